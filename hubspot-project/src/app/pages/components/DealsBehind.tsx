import { Button, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import { type ReactNode, useId, useState } from 'react';
import { useFrameMessages } from '../messages/frame.ts';
import { DealsList } from './DealsList.tsx';

interface DealsBehindProps {
  /** The figure's place in the report, as the report names it. */
  readonly cell: string;
  /** What the figure is, for the head of the panel. */
  readonly title: string;
  /** The figure, as the text that is pressed; left out: "Show the deals". */
  readonly children?: ReactNode;
}

/** The way from a figure to the deals behind it: nothing is asked before somebody wants to see them. */
export function DealsBehind({ cell, title, children }: DealsBehindProps) {
  const { behind } = useFrameMessages();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <Button
      size="xs"
      variant="transparent"
      overlay={
        <Panel id={`deals${id}`} title={title} width="md" onOpen={() => setOpen(true)} onClose={() => setOpen(false)}>
          <PanelBody>
            <PanelSection>{isOpen && <DealsList cell={cell} />}</PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {children ?? behind.show}
    </Button>
  );
}
