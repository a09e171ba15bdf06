import type { HygieneCase, HygieneEffect, HygieneFault, HygieneReport } from '@deal-stage-insights/shared';
import { Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { Strong } from '../../components/Strong.tsx';
import { dealColumn } from '../../components/plain-columns.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useHygieneMessages } from '../../messages/hygiene.ts';

interface ReportProps {
  readonly report: HygieneReport;
}

/** Every fault with its definition, what it costs, and its deals: the dearest first. */
export function FaultsTable({ report: { faults, currency } }: ReportProps) {
  const messages = useHygieneMessages();
  const { common } = useFrameMessages();
  const say = useBilingual();
  const { decimal } = useFormats();
  const { number, deals, amount } = useColumns<HygieneFault>(currency);
  const columns: readonly FigureColumn<HygieneFault>[] = [
    {
      title: messages.fault,
      isText: true,
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
    number(
      messages.points,
      (row) => row.points,
      decimal,
      (row) => messages.ofPoints(row.pointsMax),
    ),
    number(
      messages.found,
      (row) => row.found,
      undefined,
      (row) => messages.of[row.unit](row.of),
    ),
    deals(
      common.deals,
      (row) => row.deals,
      ({ cell, title }) => ({ cell, title: say(title) }),
    ),
    amount((row) => row.amount, messages.amount),
  ];
  return (
    <FigureTable
      title={messages.faults}
      columns={columns}
      rows={faults.toSorted((one, other) => other.points - one.points)}
      rowKey={({ fault }) => fault}
      rowsAPage={15}
    />
  );
}

/** The same figures with and without faulty records. */
export function EffectsTable({ effects }: Pick<HygieneReport, 'effects'>) {
  const { effects: words } = useHygieneMessages();
  const { common } = useFrameMessages();
  const { percent, duration } = useFormats();
  const { stage: stageColumn, text, number } = useColumns<HygieneEffect>();
  const statistics = {
    'dwell-days-median': common.halfWithin,
    'advance-share': common.goOn,
    'loss-share': words.areLost,
  };
  const formatOf = ({ statistic }: HygieneEffect) => (statistic === 'dwell-days-median' ? duration : percent);
  const columns: readonly FigureColumn<HygieneEffect>[] = [
    stageColumn(({ stage }) => stage),
    text(common.figure, (row) => statistics[row.statistic]),
    ...(['all', 'withoutFaulty'] as const).map(
      (of): FigureColumn<HygieneEffect> => ({
        title: words[of],
        align: 'right',
        copied: (row) => estimateValue(row[of]),
        cell: (row) => <EstimateCell estimate={row[of]} format={formatOf(row)} />,
      }),
    ),
    number(words.left, (row) => row.visitsLeftOut),
  ];
  return (
    <FigureTable
      title={words.title}
      columns={columns}
      rows={effects}
      rowKey={({ stage, statistic }) => `${stage.stageId} ${statistic}`}
    />
  );
}

/** Deals to mend. */
export function CasesTable({ report: { cases, casesInAll, faults, currency } }: ReportProps) {
  const messages = useHygieneMessages();
  const { cases: words } = messages;
  const { common } = useFrameMessages();
  const say = useBilingual();
  const { day } = useFormats();
  const { text, amount } = useColumns<HygieneCase>(currency);
  const titleOf = (id: HygieneCase['fault']) => {
    const found = faults.find(({ fault }) => fault === id);
    return found === undefined ? id : say(found.title);
  };
  const columns: readonly FigureColumn<HygieneCase>[] = [
    dealColumn(common.deal),
    text(messages.fault, (row) => titleOf(row.fault)),
    text(
      words.at,
      (row) => day(row.at),
      (row) => row.at,
    ),
    text(common.stage, ({ stage, toStage }) => (toStage === null ? stage.label : `${stage.label} → ${toStage.label}`)),
    amount((row) => row.amount),
  ];
  return (
    <FigureTable
      title={words.title}
      inAll={casesInAll}
      columns={columns}
      rows={cases}
      rowKey={({ dealId, fault, at }) => `${dealId} ${fault} ${at}`}
    />
  );
}
