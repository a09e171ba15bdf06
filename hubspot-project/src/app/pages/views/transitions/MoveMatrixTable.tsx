import type { TransitionCell } from '@deal-stage-insights/shared';
import { CountedShare, Matrix } from '../../components/Matrix.tsx';
import { moveMatrix } from '../../figures/transitions.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';
import { useMoveNames } from './use-move-names.ts';

const TONES = {
  advanced: 'success',
  won: 'success',
  skipped: 'info',
  back: 'warning',
  lost: 'error',
  moved: 'default',
  merged: 'default',
  deleted: 'default',
} as const satisfies Record<TransitionCell['kind'], string>;

/** Rows are stages that were left, columns where deals went: tinted by what the move means. */
export function MoveMatrixTable({ moves }: { readonly moves: readonly TransitionCell[] }) {
  const { from: corner } = useTransitionsMessages();
  const { columns, rows } = moveMatrix(moves);
  const names = useMoveNames();
  return (
    <Matrix
      corner={corner}
      columns={columns.map((column) => ({ id: column.id, name: names.whereTo(column) }))}
      rows={rows.map(({ from, cells }) => ({ id: from.stageId, name: from.label, cells }))}
    >
      {({ cells }, { id }) =>
        cells.get(id)?.map((move) => {
          const { kind, share, cell, count } = move;
          return <CountedShare key={kind} {...{ share, cell, count }} tone={TONES[kind]} title={names.both(move)} />;
        })
      }
    </Matrix>
  );
}
