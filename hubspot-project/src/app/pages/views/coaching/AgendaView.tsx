import type { Agenda, AgendaChange, AgendaPoint } from '@deal-stage-insights/shared';
import { Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { AutoGrid, Flex, List, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { numberColumn } from '../../components/columns.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { Strong } from '../../components/Strong.tsx';
import { changeTone } from '../../figures/overview.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useCoachingMessages } from '../../messages/coaching.ts';
import { useOverviewMessages } from '../../messages/overview.ts';
import { StalledDealsTable } from '../stalled/StalledDealsTable.tsx';

const COLUMN_WIDTH_PX = 420;

interface AgendaProps {
  readonly agenda: Agenda;
  readonly currency: string;
}

/** What goes well, what to talk about, deals to look at, and what changed. */
export function AgendaView({ agenda, currency }: AgendaProps) {
  const messages = useCoachingMessages();
  const { counted } = useFrameMessages();
  const { strengths, areas, deals, dealsInAll, changes } = agenda;
  return (
    <Flex direction="column" gap="sm">
      <AutoGrid columnWidth={COLUMN_WIDTH_PX} flexible={true} gap="md">
        <Points title={messages.areas} points={areas} currency={currency} />
        <Points title={messages.strengths} points={strengths} currency={currency} />
      </AutoGrid>
      {deals.length > 0 && (
        <>
          <Strong>{messages.deals}</Strong>
          {dealsInAll > deals.length && <Small>{counted.first(deals.length, dealsInAll)}</Small>}
          <StalledDealsTable rows={deals} currency={currency} />
        </>
      )}
      {changes !== null && <ChangesTable changes={changes} />}
    </Flex>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly AgendaPoint[];
  readonly currency: string;
}

function Points({ title, points, currency }: PointsProps) {
  const messages = useCoachingMessages();
  const say = useBilingual();
  const { money } = useFormats();
  const restsOn = ({ n, valueAtStake }: AgendaPoint) =>
    [messages.rests(n), ...(valueAtStake === null ? [] : [messages.atStake(money(valueAtStake, currency))])].join(
      ' · ',
    );
  return (
    <Tile>
      <Strong>{title}</Strong>
      {points.length === 0 ? (
        <Text>{messages.nothing}</Text>
      ) : (
        <List variant="unordered-styled">
          {points.map((point) => (
            <Flex key={say(point.message)} direction="column" gap="flush">
              <Text>{say(point.message)}</Text>
              <Text format={{ italic: true }}>{say(point.suggestion)}</Text>
              <Small>{restsOn(point)}</Small>
            </Flex>
          ))}
        </List>
      )}
    </Tile>
  );
}

function ChangesTable({ changes }: { readonly changes: readonly AgendaChange[] }) {
  const messages = useCoachingMessages();
  const { verdicts } = useOverviewMessages();
  const { count } = useFormats();
  const nameOf = ({ measure }: AgendaChange) => messages.measures[measure];
  const columns: readonly FigureColumn<AgendaChange>[] = [
    { id: 'measure', title: messages.measure, copied: nameOf, cell: nameOf },
    numberColumn({ id: 'now', title: messages.now, of: ({ now }) => now, format: count }),
    numberColumn({ id: 'before', title: messages.before, of: ({ before }) => before, format: count }),
    {
      id: 'change',
      title: messages.change,
      copied: ({ change }) => verdicts[change.verdict],
      cell: (row) => <Tag variant={changeTone(row)}>{verdicts[row.change.verdict]}</Tag>,
    },
  ];
  return (
    <>
      <Strong>{messages.changes}</Strong>
      <FigureTable columns={columns} rows={changes} rowKey={({ measure }) => measure} />
    </>
  );
}
