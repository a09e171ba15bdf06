import type { Estimate, TransitionsReport } from '@deal-stage-insights/shared';
import { ChartTile, Section, useFormats } from '@deal-stage-insights/ui';
import { FigureTable } from '../../components/FigureTable.tsx';
import { SideBySide } from '../../components/SideBySide.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { largest } from '../../figures/transitions.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';

/** As many names as stand under an axis without a crowd. */
const BARS = 8;

/** Where deals were lost (the last stage in which they were open), and why, as far as anybody wrote it down. */
export function Losses({ report }: { readonly report: TransitionsReport }) {
  const { losses: words } = useTransitionsMessages();
  const stages = useStageRows(report.lossesByStage);
  const reasons = useReasonRows(report.lossesByReason);
  return (
    <Section title={words.title}>
      <SideBySide>
        <LossChart title={words.byStage} row={words.stage} bars={stages} />
        <LossChart title={words.byReason} row={words.reason} bars={largest(reasons, BARS)} />
      </SideBySide>
      <LossTable row={words.stage} share={words.ofLeft} rows={stages} currency={report.currency} />
      <LossTable row={words.reason} share={words.ofLost} rows={reasons} currency={report.currency} />
    </Section>
  );
}

function useStageRows(losses: TransitionsReport['lossesByStage']): readonly LossRow[] {
  const { common, behind } = useFrameMessages();
  return losses.map(({ stage, shareOfLeft, ...row }) => ({
    ...row,
    name: stage.label,
    share: shareOfLeft,
    order: stage.displayOrder,
    title: behind.of(common.lost, stage.label),
  }));
}

function useReasonRows(losses: TransitionsReport['lossesByReason']): readonly LossRow[] {
  const { losses: words } = useTransitionsMessages();
  const { common, behind } = useFrameMessages();
  return losses.map(({ reason, ...row }) => {
    const name = reason ?? words.noReason;
    return { ...row, name, order: name, title: behind.of(common.lost, name) };
  });
}

interface LossRow {
  readonly name: string;
  readonly order: string | number;
  readonly title: string;
  readonly lost: number;
  readonly share: Estimate;
  readonly amount: number;
  readonly withoutAmount: number;
  readonly cell: string;
}

interface LossChartProps {
  readonly title: string;
  readonly row: string;
  readonly bars: readonly LossRow[];
}

function LossChart({ title, row, bars }: LossChartProps) {
  const { losses: words } = useTransitionsMessages();
  return (
    <ChartTile
      title={title}
      x={row}
      y={words.lost}
      points={bars.map(({ name, lost }) => ({ x: name, y: lost, group: words.lost }))}
      colors={{ [words.lost]: 'pink' }}
    />
  );
}

interface LossTableProps {
  readonly row: string;
  readonly share: string;
  readonly rows: readonly LossRow[];
  readonly currency: string;
}

function LossTable({ row: title, share, rows, currency }: LossTableProps) {
  const { losses: words } = useTransitionsMessages();
  const { counted } = useFrameMessages();
  const { percent } = useFormats();
  const { text, deals, estimate, amount } = useColumns<LossRow>(currency);
  const columns = [
    text(
      title,
      (row) => row.name,
      (row) => row.order,
    ),
    deals(
      words.lost,
      (row) => row.lost,
      ({ cell, title: behind }) => ({ cell, title: behind }),
    ),
    estimate(share, (row) => row.share, percent),
    amount(
      (row) => row.amount,
      undefined,
      (row) => (row.withoutAmount > 0 ? counted.withoutAmount(row.withoutAmount) : null),
    ),
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ cell }) => cell} />;
}
