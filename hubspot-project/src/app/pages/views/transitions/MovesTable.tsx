import type { TransitionCell } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';

import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';

import { useTransitionsMessages } from '../../messages/transitions.ts';
import { useMoveNames } from './use-move-names.ts';
import { estimateColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';

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
    dealsColumn({
      id: 'count',
      title: messages.deals,
      of: ({ count }) => count,
      place: (move) => ({ cell: move.cell, title: names.both(move) }),
    }),
    estimateColumn({ id: 'share', title: messages.share, of: ({ share }) => share, format: percent }),
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
