import type { HygieneCase, HygieneEffect, HygieneFault, HygieneReport } from '@deal-stage-insights/shared';
import { Section, Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { dealColumn, numberColumn, stageColumn, textColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { Strong } from '../../components/Strong.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useHygieneMessages } from '../../messages/hygiene.ts';

interface ReportProps {
  readonly report: HygieneReport;
}

/** Every fault with its definition, what it costs, and its deals. */
export function FaultsTable({ report: { faults, currency } }: ReportProps) {
  const messages = useHygieneMessages();
  const say = useBilingual();
  const { count, decimal, money } = useFormats();
  const columns: readonly FigureColumn<HygieneFault>[] = [
    {
      id: 'fault',
      title: messages.fault,
      sortBy: ({ title }) => say(title),
      cell: ({ title, definition, isAsNow, distorts }) => (
        <>
          <Strong>{say(title)}</Strong>
          <Small>{say(definition)}</Small>
          {isAsNow && <Small>{messages.asNow}</Small>}
          {distorts && <Small>{messages.distorts}</Small>}
        </>
      ),
    },
    {
      id: 'points',
      title: messages.points,
      align: 'right',
      sortBy: ({ points }) => points,
      cell: ({ points, pointsMax }) => (
        <>
          <Text>{decimal(points)}</Text>
          <Small>{messages.ofPoints(pointsMax)}</Small>
        </>
      ),
    },
    {
      id: 'found',
      title: messages.found,
      align: 'right',
      sortBy: ({ found }) => found,
      cell: ({ found, of, unit }) => (
        <>
          <Text>{count(found)}</Text>
          <Small>{messages.of[unit](of)}</Small>
        </>
      ),
    },
    dealsColumn({
      id: 'deals',
      title: messages.deals,
      of: ({ deals }) => deals,
      place: ({ cell, title }) => ({ cell, title: say(title) }),
    }),
    numberColumn({
      id: 'amount',
      title: messages.amount,
      of: ({ amount }) => amount,
      format: (amount) => money(amount, currency),
    }),
  ];
  return (
    <Section title={messages.faults}>
      <FigureTable columns={columns} rows={faults} rowKey={({ fault }) => fault} rowsAPage={15} />
    </Section>
  );
}

/** The same figures with and without faulty records. */
export function EffectsTable({ effects }: Pick<HygieneReport, 'effects'>) {
  const { effects: words } = useHygieneMessages();
  const { count, percent, duration } = useFormats();
  const formatOf = ({ statistic }: HygieneEffect) => (statistic === 'dwell-days-median' ? duration : percent);
  const estimates = [
    { id: 'all', title: words.all, of: (row: HygieneEffect) => row.all },
    { id: 'without', title: words.without, of: (row: HygieneEffect) => row.withoutFaulty },
  ];
  const columns: readonly FigureColumn<HygieneEffect>[] = [
    stageColumn(words.stage, ({ stage }) => stage),
    textColumn({ id: 'figure', title: words.figure, of: ({ statistic }) => words.statistics[statistic] }),
    ...estimates.map(
      ({ id, title, of }): FigureColumn<HygieneEffect> => ({
        id,
        title,
        copied: (row) => estimateValue(of(row)),
        cell: (row) => <EstimateCell estimate={of(row)} format={formatOf(row)} />,
      }),
    ),
    numberColumn({ id: 'left', title: words.left, of: ({ visitsLeftOut }) => visitsLeftOut, format: count }),
  ];
  return (
    <Section title={words.title}>
      <FigureTable
        columns={columns}
        rows={effects}
        rowKey={({ stage, statistic }) => `${stage.stageId} ${statistic}`}
      />
    </Section>
  );
}

/** Deals to mend. */
export function CasesTable({ report: { cases, casesInAll, faults, currency } }: ReportProps) {
  const messages = useHygieneMessages();
  const { cases: words } = messages;
  const say = useBilingual();
  const { day, money } = useFormats();
  const titleOf = (id: HygieneCase['fault']) => {
    const found = faults.find(({ fault }) => fault === id);
    return found === undefined ? id : say(found.title);
  };
  const columns: readonly FigureColumn<HygieneCase>[] = [
    dealColumn(words.deal),
    textColumn({ id: 'fault', title: messages.fault, of: ({ fault }) => titleOf(fault) }),
    { id: 'at', title: words.at, sortBy: ({ at }) => at, copied: ({ at }) => day(at), cell: ({ at }) => day(at) },
    textColumn({
      id: 'stage',
      title: words.stage,
      of: ({ stage, toStage }) => (toStage === null ? stage.label : `${stage.label} → ${toStage.label}`),
    }),
    numberColumn({
      id: 'amount',
      title: words.amount,
      of: ({ amount }) => amount,
      format: (amount) => money(amount, currency),
    }),
  ];
  return (
    <Section title={words.title}>
      {casesInAll > cases.length && <Small>{words.first(cases.length, casesInAll)}</Small>}
      <FigureTable columns={columns} rows={cases} rowKey={({ dealId, fault, at }) => `${dealId} ${fault} ${at}`} />
    </Section>
  );
}
