import type { VisitView } from '@deal-stage-insights/shared';
import { Section } from '@deal-stage-insights/ui';
import { Button } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { wayBars } from '../figures/way.ts';
import { useMessages } from '../messages/use-messages.ts';
import { PlainTable } from './PlainTable.tsx';
import { VisitCells } from './VisitCells.tsx';
import { WayChart } from './WayChart.tsx';

const SHOWN_AT_FIRST = 8;

/** Every visit in order of time, as bars and as a table. Of a long way the newest visits come first to the eye. */
export function WaySoFar({ visits }: { readonly visits: readonly VisitView[] }) {
  const { way } = useMessages();
  const [showsAll, setShowsAll] = useState(false);
  const hidden = showsAll ? 0 : Math.max(0, visits.length - SHOWN_AT_FIRST);
  const shown = visits.slice(hidden);
  const bars = wayBars(shown);
  return (
    <Section title={way.title}>
      {hidden > 0 && (
        <Button variant="transparent" size="xs" onClick={() => setShowsAll(true)}>
          {way.showEarlier(hidden)}
        </Button>
      )}
      {bars.length > 1 && <WayChart bars={bars} />}
      <PlainTable
        heads={[
          { title: way.stage },
          { title: way.since, props: { width: 'min' } },
          { title: way.stayed, props: { width: 'min' } },
        ]}
        rows={shown}
        rowKey={({ enteredAt, stage, visitNumber }) => `${enteredAt} ${stage.stageId} ${visitNumber}`}
      >
        {(visit) => <VisitCells visit={visit} />}
      </PlainTable>
    </Section>
  );
}
