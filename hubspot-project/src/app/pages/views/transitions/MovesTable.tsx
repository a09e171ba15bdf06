import type { TransitionCell } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { DealsCount } from '../../components/DealsCount.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';
import { useMoveNames } from './use-move-names.ts';

/** Every cell of the matrix with its interval, and how long deals had been in the stage. */
export function MovesTable({ moves }: { readonly moves: readonly TransitionCell[] }) {
  const messages = useTransitionsMessages();
  const { percent, duration } = useFormats();
  const names = useMoveNames();
  const columns: readonly FigureColumn<TransitionCell>[] = [
    {
      id: 'from',
      title: messages.from,
      sortBy: ({ from }) => from.displayOrder,
      copied: ({ from }) => from.label,
      cell: ({ from }) => from.label,
    },
    { id: 'to', title: messages.to, sortBy: names.whereTo, cell: names.whereTo },
    {
      id: 'kind',
      title: messages.kind,
      sortBy: ({ kind }) => messages.kinds[kind],
      cell: ({ kind }) => messages.kinds[kind],
    },
    {
      id: 'count',
      title: messages.deals,
      align: 'right',
      sortBy: ({ count }) => count,
      cell: (move) => <DealsCount cell={move.cell} title={names.both(move)} count={move.count} />,
    },
    {
      id: 'share',
      title: messages.share,
      sortBy: ({ share }) => estimateValue(share),
      cell: ({ share }) => <EstimateCell estimate={share} format={percent} />,
    },
    {
      id: 'dwell',
      title: messages.dwell,
      align: 'right',
      sortBy: ({ dwellDaysMedian }) => dwellDaysMedian,
      cell: ({ dwellDaysMedian }) => (dwellDaysMedian === null ? '–' : duration(dwellDaysMedian)),
    },
  ];
  return <FigureTable columns={columns} rows={moves} rowKey={({ cell, kind }) => `${cell} ${kind}`} />;
}
