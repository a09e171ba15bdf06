import type { StageView, TransitionCell, TransitionCounts, TransitionsReport } from '@deal-stage-insights/shared';

/** Where a move led: a stage, or out of the pipeline by its kind. */
interface MoveColumn {
  readonly id: string;
  readonly to: StageView | null;
  readonly kind: TransitionCell['kind'];
}

interface MoveRow {
  readonly from: StageView;
  /** By the id of the column; a pair of stages without a move has none, and hardly ever one has moves of two kinds. */
  readonly cells: ReadonlyMap<string, readonly TransitionCell[]>;
}

interface MoveMatrix {
  readonly columns: readonly MoveColumn[];
  readonly rows: readonly MoveRow[];
}

const columnId = ({ to, kind }: Pick<TransitionCell, 'to' | 'kind'>) => (to === null ? `out ${kind}` : to.stageId);

/** Stages left by stages entered, both in display order; what left the pipeline comes last, one column a kind. */
export function moveMatrix(moves: readonly TransitionCell[]): MoveMatrix {
  const columns = new Map<string, MoveColumn>();
  const rows = new Map<string, { from: StageView; cells: Map<string, TransitionCell[]> }>();
  for (const move of moves) {
    const { from, to, kind } = move;
    const id = columnId(move);
    columns.set(id, { id, to, kind });
    const row = rows.get(from.stageId) ?? { from, cells: new Map() };
    row.cells.set(id, [...(row.cells.get(id) ?? []), move]);
    rows.set(from.stageId, row);
  }
  const order = (stage: StageView | null) => stage?.displayOrder ?? Number.POSITIVE_INFINITY;
  return {
    columns: [...columns.values()].toSorted((a, b) => (a.to === b.to ? 0 : order(a.to) - order(b.to))),
    rows: [...rows.values()].toSorted((a, b) => order(a.from) - order(b.from)),
  };
}

/** The counts that stand above the matrix, with those of the period before. */
export const MOVE_COUNTS = ['moves', 'skips', 'regressions', 'reentries', 'lost'] as const satisfies readonly Exclude<
  keyof TransitionCounts,
  'fromDay' | 'toDay'
>[];

/** The stage that coming back to costs the most days; null where nothing came back. */
export function costliestReturn(rework: TransitionsReport['rework']): TransitionsReport['rework'][number] | null {
  return rework.reduce<TransitionsReport['rework'][number] | null>(
    (worst, row) => (row.days > (worst?.days ?? 0) ? row : worst),
    null,
  );
}

/** The largest parts of a list that is in order of size already, and only those that are not zero. */
export const largest = <Row extends { readonly lost: number }>(rows: readonly Row[], count: number): readonly Row[] =>
  rows.filter(({ lost }) => lost > 0).slice(0, count);
