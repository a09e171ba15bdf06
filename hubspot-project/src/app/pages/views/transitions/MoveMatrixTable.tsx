import type { TransitionCell } from '@deal-stage-insights/shared';
import { Column, useFormats } from '@deal-stage-insights/ui';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from '@hubspot/ui-extensions';
import { DealsCount } from '../../components/DealsCount.tsx';
import { moveMatrix } from '../../figures/transitions.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';
import { useMoveNames } from './use-move-names.ts';

/** Rows are stages that were left, columns where deals went: tinted by what the move means. */
export function MoveMatrixTable({ moves }: { readonly moves: readonly TransitionCell[] }) {
  const { from } = useTransitionsMessages();
  const { columns, rows } = moveMatrix(moves);
  const names = useMoveNames();
  return (
    <Table bordered={true} density="compact">
      <TableHead>
        <TableRow>
          <TableHeader>{from}</TableHeader>
          {columns.map((column) => (
            <TableHeader key={column.id}>{names.whereTo(column)}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ from: stage, cells }) => (
          <TableRow key={stage.stageId}>
            <TableCell>{stage.label}</TableCell>
            {columns.map(({ id }) => (
              <TableCell key={id}>
                {cells.get(id)?.map((move) => <MoveCell key={move.kind} move={move} title={names.both(move)} />) ?? '·'}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

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

function MoveCell({ move, title }: { readonly move: TransitionCell; readonly title: string }) {
  const { percent } = useFormats();
  const { kind, share, count, cell } = move;
  return (
    <Column gap="flush" align="start">
      {share.kind === 'estimate' && <Tag variant={TONES[kind]}>{percent(share.value)}</Tag>}
      <DealsCount cell={cell} title={title} count={count} />
    </Column>
  );
}
