import type { VisitView } from '@deal-stage-insights/shared';
import { Button, Flex, Heading, Table, TableBody, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { wayBars } from '../figures/way.ts';
import { useMessages } from '../messages/use-messages.ts';
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
    <Flex direction="column" gap="sm">
      <Heading>{way.title}</Heading>
      {hidden > 0 && (
        <Button variant="transparent" size="xs" onClick={() => setShowsAll(true)}>
          {way.showEarlier(hidden)}
        </Button>
      )}
      {bars.length > 1 && <WayChart bars={bars} />}
      <Table density="condensed" bordered={false} flush={true}>
        <TableHead>
          <TableRow>
            <TableHeader>{way.stage}</TableHeader>
            <TableHeader width="min">{way.since}</TableHeader>
            <TableHeader width="min">{way.stayed}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((visit) => (
            <TableRow key={`${visit.enteredAt} ${visit.stage.stageId} ${visit.visitNumber}`}>
              <VisitCells visit={visit} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
