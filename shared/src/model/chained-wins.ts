import type { NumberedStages } from './destinations.ts';

/**
 * First exits of each live stage: `exits[i][k]` is the probability that a visit of stage i leaves to destination k. What
 * is missing to 1 never leaves, and is not won.
 */
export type FirstExits = readonly ArrayLike<number>[];

/**
 * The probability to be won at any time after entering each live stage, over any number of further stages, loops and ways
 * back: W = P W + w, so W = (I - P)^-1 w, P being the first exits between live stages and w those to won.
 *
 * Null for a stage from which no end (won, lost, elsewhere) can be reached: nothing is known of where its deals end, and
 * I - P would be singular. Elsewhere such a stage counts as not won.
 * @example chainedWins([[0, 0.5, 0.5, 0]], destinations) // [0.5]
 */
export function chainedWins(exits: FirstExits, { liveStageIds, won }: NumberedStages): readonly (number | null)[] {
  const live = liveStageIds.length;
  const ending = stagesThatEnd(exits, live);
  const rows = exits.map((to, i) => {
    const row = new Float64Array(live + 1);
    row[i] = 1;
    if (!ending[i]) return row;
    for (let k = 0; k < live; k += 1) row[k] = (row[k] ?? 0) - (to[k] ?? 0);
    row[live] = to[won] ?? 0;
    return row;
  });
  const wins = solveLinear(rows);
  return ending.map((ends, i) => (ends ? (wins[i] ?? 0) : null));
}

function stagesThatEnd(exits: FirstExits, live: number): readonly boolean[] {
  const ends = exits.map((to) => Array.from(to).some((share, k) => k >= live && share > 0));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [i, to] of exits.entries()) {
      if (ends[i] || !ends.some((ending, k) => ending && (to[k] ?? 0) > 0)) continue;
      ends[i] = true;
      changed = true;
    }
  }
  return ends;
}

/** Gauss elimination with row pivots; each row ends with its right-hand side. The rows are used up. */
export function solveLinear(rows: readonly Float64Array[]): Float64Array {
  const order = [...rows];
  const n = order.length;
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let i = column + 1; i < n; i += 1) if (size(order[i], column) > size(order[best], column)) best = i;
    const pivot = order[best];
    const replaced = order[column];
    if (pivot === undefined || replaced === undefined) break;
    order[best] = replaced;
    order[column] = pivot;
    for (const row of order) {
      const factor = row === pivot ? 0 : (row[column] ?? 0) / (pivot[column] ?? 1);
      if (factor === 0) continue;
      for (let k = column; k <= n; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return Float64Array.from(order, (row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

function size(row: Float64Array | undefined, column: number): number {
  return Math.abs(row?.[column] ?? 0);
}
