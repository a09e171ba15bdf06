import { Accordion, type AccordionProps } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../api/answer.ts';
import { useLoad } from '../load/use-load.ts';
import { LoadView } from './LoadView.tsx';

interface LazyAccordionProps<T> {
  readonly title: string;
  readonly size?: NonNullable<AccordionProps['size']>;
  /** Names all that the answer depends on. */
  readonly question: string;
  readonly ask: () => Promise<Answer<T>>;
  readonly children: (data: T) => ReactNode;
}

/** What few readers want to know: it is asked for when somebody opens it. */
export function LazyAccordion<T>({ title, size = 'md', question, ask, children }: LazyAccordionProps<T>) {
  const [isOpen, setOpen] = useState(false);
  const { load, askAgain } = useLoad(isOpen ? question : null, ask);
  return (
    <Accordion title={title} size={size} open={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen && (
        <LoadView load={load} onAskAgain={askAgain}>
          {children}
        </LoadView>
      )}
    </Accordion>
  );
}
