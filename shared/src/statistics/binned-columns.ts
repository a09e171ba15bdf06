import { lastNotAbove } from './step-function.ts';

/** Numbers of many rows, column by column, each as the place of its value among a few edges. */
export interface BinnedColumns {
  readonly rows: number;
  /** By column, ascending; bin b holds the values from edge b - 1 up to, not including, edge b. */
  readonly edges: readonly Float64Array[];
  readonly bins: readonly Uint8Array[];
}

/** As fine as the data of some thousand rows can tell apart; fits a byte. */
const MOST_BINS = 32;

/**
 * Cuts each column at quantiles of its values into at most 32 bins. A column of one value has no edge.
 * @example binnedColumns([[1], [1], [2]]).edges // [[2]]
 */
export function binnedColumns(rows: readonly ArrayLike<number>[]): BinnedColumns {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) =>
    Float64Array.from(rows, (row) => row[column] ?? 0),
  );
  const edges = columns.map(edgesOf);
  const bins = columns.map((values, column) =>
    Uint8Array.from(values, (value) => lastNotAbove(edges[column] ?? new Float64Array(0), value) + 1),
  );
  return { rows: rows.length, edges, bins };
}

function edgesOf(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const edges: number[] = [];
  for (let bin = 1; bin < MOST_BINS; bin += 1) {
    const edge = sorted[Math.floor((bin * sorted.length) / MOST_BINS)] ?? 0;
    if (edge > (edges.at(-1) ?? sorted[0] ?? 0)) edges.push(edge);
  }
  return Float64Array.from(edges);
}
