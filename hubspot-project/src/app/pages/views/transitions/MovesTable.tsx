import type { TransitionCell } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useTransitionsMessages } from '../../messages/transitions.ts';
import { useMoveNames } from './use-move-names.ts';

/** Every cell of the matrix with its interval, and how long deals had been in the stage. */
export function MovesTable({ moves }: { readonly moves: readonly TransitionCell[] }) {
  const messages = useTransitionsMessages();
  const { percent, duration } = useFormats();
  const names = useMoveNames();
  const { text, deals, estimate, number } = useColumns<TransitionCell>();
  const columns = [
    text(
      messages.from,
      (row) => row.from.label,
      (row) => row.from.displayOrder,
    ),
    text(messages.to, names.whereTo),
    text(messages.kind, (row) => messages.kinds[row.kind]),
    deals(
      messages.deals,
      (row) => row.count,
      (row) => ({ cell: row.cell, title: names.both(row) }),
    ),
    estimate(messages.share, (row) => row.share, percent),
    number(messages.dwell, (row) => row.dwellDaysMedian, duration),
  ];
  return <FigureTable columns={columns} rows={moves} rowKey={({ cell, kind }) => `${cell} ${kind}`} />;
}
