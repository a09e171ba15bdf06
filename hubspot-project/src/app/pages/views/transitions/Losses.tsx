import type { Estimate, TransitionsReport } from '@deal-stage-insights/shared';
import { useFormats, Section, Small } from '@deal-stage-insights/ui';
import { AutoGrid, Text, Tile } from '@hubspot/ui-extensions';

import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { GroupedBars } from '../../components/GroupedBars.tsx';

import { largest } from '../../figures/transitions.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';
import { estimateColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';

/** As many names as stand under an axis without a crowd. */
const BARS = 8;
const CHART_WIDTH_PX = 420;

/** Where deals were lost (the last stage in which they were open), and why, as far as anybody wrote it down. */
export function Losses({ report }: { readonly report: TransitionsReport }) {
  const { losses: words } = useTransitionsMessages();
  const stages = useStageRows(report.lossesByStage);
  const reasons = useReasonRows(report.lossesByReason);
  return (
    <Section title={words.title}>
      <AutoGrid columnWidth={CHART_WIDTH_PX} flexible={true} gap="md">
        <LossChart title={words.byStage} row={words.stage} bars={stages} />
        <LossChart title={words.byReason} row={words.reason} bars={largest(reasons, BARS)} />
      </AutoGrid>
      <LossTable row={words.stage} share={words.ofLeft} rows={stages} currency={report.currency} />
      <LossTable row={words.reason} share={words.ofLost} rows={reasons} currency={report.currency} />
    </Section>
  );
}

function useStageRows(losses: TransitionsReport['lossesByStage']): readonly LossRow[] {
  const { losses: words } = useTransitionsMessages();
  return losses.map(({ stage, shareOfLeft, ...row }) => ({
    ...row,
    name: stage.label,
    share: shareOfLeft,
    order: stage.displayOrder,
    title: words.behindStage(stage.label),
  }));
}

function useReasonRows(losses: TransitionsReport['lossesByReason']): readonly LossRow[] {
  const { losses: words } = useTransitionsMessages();
  return losses.map(({ reason, ...row }) => {
    const name = reason ?? words.noReason;
    return { ...row, name, order: name, title: words.behindReason(name) };
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
    <Tile>
      <GroupedBars
        title={title}
        labels={{ x: row, y: words.lost }}
        points={bars.map(({ name, lost }) => ({ x: name, y: lost, group: words.lost }))}
        colors={{ [words.lost]: 'pink' }}
      />
    </Tile>
  );
}

interface LossTableProps {
  readonly row: string;
  readonly share: string;
  readonly rows: readonly LossRow[];
  readonly currency: string;
}

function LossTable({ rows, ...texts }: LossTableProps) {
  return <FigureTable columns={useLossColumns(texts)} rows={rows} rowKey={({ cell }) => cell} />;
}

function useLossColumns(texts: Omit<LossTableProps, 'rows'>): readonly FigureColumn<LossRow>[] {
  const { losses: words } = useTransitionsMessages();
  const { counted } = useFrameMessages();
  const { percent, money } = useFormats();
  return [
    {
      id: 'name',
      title: texts.row,
      sortBy: ({ order }) => order,
      copied: ({ name }) => name,
      cell: ({ name }) => name,
    },
    dealsColumn({
      id: 'lost',
      title: words.lost,
      of: ({ lost }) => lost,
      place: ({ cell, title }) => ({ cell, title }),
    }),
    estimateColumn({ id: 'share', title: texts.share, of: ({ share }) => share, format: percent }),
    {
      id: 'amount',
      title: words.amount,
      align: 'right',
      sortBy: ({ amount }) => amount,
      cell: ({ amount, withoutAmount }) => (
        <>
          <Text>{money(amount, texts.currency)}</Text>
          {withoutAmount > 0 && <Small>{counted.withoutAmount(withoutAmount)}</Small>}
        </>
      ),
    },
  ];
}
