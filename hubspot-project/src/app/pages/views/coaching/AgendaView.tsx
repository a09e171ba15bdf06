import type { Agenda, AgendaChange, AgendaPoint } from '@deal-stage-insights/shared';
import { Column, Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { Flex, List, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { DealsBehind } from '../../components/DealsBehind.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { SideBySide } from '../../components/SideBySide.tsx';
import { Strong } from '../../components/Strong.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { changeTone } from '../../figures/overview.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useCoachingMessages } from '../../messages/coaching.ts';
import { useVerdicts } from '../overview/use-verdicts.ts';
import { StalledDealsTable } from '../stalled/StalledDealsTable.tsx';

interface AgendaProps {
  /** Whose it is, as the report names its cells: an owner's id, or `team`. */
  readonly row: string;
  readonly agenda: Agenda;
  readonly currency: string;
}

/** What goes well, what to talk about, deals to look at, and what changed. */
export function AgendaView({ row, agenda, currency }: AgendaProps) {
  const messages = useCoachingMessages();
  const { counted } = useFrameMessages();
  const { strengths, areas, deals, dealsInAll, changes } = agenda;
  return (
    <Column>
      <SideBySide>
        <Points title={messages.areas} points={areas} currency={currency} />
        <Points title={messages.strengths} points={strengths} currency={currency} />
      </SideBySide>
      {deals.length > 0 && (
        <>
          <Strong>{messages.deals}</Strong>
          {dealsInAll > deals.length && (
            <Flex gap="sm" align="center">
              <Small>{counted.first(deals.length, dealsInAll)}</Small>
              <DealsBehind cell={`${row}:stalled`} title={messages.deals} />
            </Flex>
          )}
          <StalledDealsTable rows={deals} currency={currency} />
        </>
      )}
      {changes !== null && <ChangesTable row={row} changes={changes} />}
    </Column>
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
            <Column key={say(point.message)} gap="flush">
              <Text>{say(point.message)}</Text>
              <Text format={{ italic: true }}>{say(point.suggestion)}</Text>
              <Small>{restsOn(point)}</Small>
            </Column>
          ))}
        </List>
      )}
    </Tile>
  );
}

interface ChangesTableProps {
  readonly row: string;
  readonly changes: readonly AgendaChange[];
}

function ChangesTable({ row: whose, changes }: ChangesTableProps) {
  const messages = useCoachingMessages();
  const verdicts = useVerdicts();
  const { common, behind } = useFrameMessages();
  const nameOf = ({ measure }: AgendaChange) => messages.measures[measure];
  const { label, deals } = useColumns<AgendaChange>();
  const columns = [
    label(messages.measure, nameOf),
    ...(['now', 'before'] as const).map((when) =>
      deals(
        common[when],
        (row) => row[when],
        (row) => ({ cell: `${whose}:${when}.${row.measure}`, title: behind.of(nameOf(row), common[when]) }),
      ),
    ),
    {
      title: common.change,
      copied: ({ change }: AgendaChange) => verdicts[change.verdict],
      cell: (row: AgendaChange) => <Tag variant={changeTone(row)}>{verdicts[row.change.verdict]}</Tag>,
    },
  ];
  return (
    <>
      <Strong>{messages.changes}</Strong>
      <FigureTable columns={columns} rows={changes} rowKey={({ measure }) => measure} />
    </>
  );
}
