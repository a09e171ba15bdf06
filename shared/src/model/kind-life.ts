import { AGE_EDGES_MS } from './age-bins.ts';
import type { StageLife } from './life-table.ts';

/** The kinds of exit that stages have in common, whatever lies ahead of each. */
export const [ON, BACK, LOST, ELSEWHERE] = [0, 1, 2, 3];
const KINDS = 4;
const BINS = AGE_EDGES_MS.length;

/** A life table by kind of exit, so that tables of different stages can be held against each other. */
export interface KindLife {
  readonly visits: number;
  readonly censored: Float64Array;
  /** By kind, by age bin. */
  readonly exits: readonly Float64Array[];
  /** Bins after this many are empty. */
  readonly reached: number;
}

export function kindLife({ censored, exits }: StageLife, kindOf: (destination: number) => number): KindLife {
  const kinds = emptyKinds();
  let visits = censored.reduce((sum, count) => sum + count, 0);
  for (const [destination, column] of exits.entries()) {
    const kind = kinds[kindOf(destination)];
    for (const [bin, count] of column.entries()) {
      if (kind !== undefined) kind[bin] = (kind[bin] ?? 0) + count;
      visits += count;
    }
  }
  return {
    visits,
    censored: Float64Array.from({ length: BINS }, (_, bin) => censored[bin] ?? 0),
    exits: kinds,
    reached: censored.length,
  };
}

/**
 * The mean of several stages as one visit's life table. A stage of n visits counts n / (n + spread), `spread` being the visits
 * whose chance is as large as the differences between stages: then large ones count alike. Null without a visit.
 */
export function meanLife(stages: readonly KindLife[], spread: number): KindLife | null {
  const all = stages.reduce((sum, { visits }) => sum + visits / (visits + spread), 0);
  if (all === 0) return null;
  const mean = { visits: 1, censored: new Float64Array(BINS), exits: emptyKinds() };
  for (const { visits, censored, exits } of stages) {
    if (visits === 0) continue;
    const share = 1 / (visits + spread) / all;
    addTimes(mean.censored, censored, share);
    for (const [kind, column] of mean.exits.entries()) addTimes(column, exits[kind] ?? [], share);
  }
  return { ...mean, reached: Math.max(...stages.map(({ reached }) => reached)) };
}

/** Chances to leave in each age bin: visits at risk at its beginning, less half of those that were last seen in it. */
export function exposures(life: KindLife): Float64Array {
  return Float64Array.from(atRiskByAge([life]), (atRisk, bin) => atRisk - (life.censored[bin] ?? 0) / 2);
}

/** Visits of several stages that were still there at the beginning of each age bin that was reached. */
export function atRiskByAge(stages: readonly KindLife[]): readonly number[] {
  const atRisk = Array.from({ length: Math.max(0, ...stages.map(({ reached }) => reached)) }, () => 0);
  let remaining = 0;
  for (let bin = atRisk.length - 1; bin >= 0; bin -= 1) {
    for (const { censored, exits } of stages) {
      remaining += (censored[bin] ?? 0) + exits.reduce((sum, column) => sum + (column[bin] ?? 0), 0);
    }
    atRisk[bin] = remaining;
  }
  return atRisk;
}

function emptyKinds(): readonly Float64Array[] {
  return Array.from({ length: KINDS }, () => new Float64Array(BINS));
}

function addTimes(sum: Float64Array, values: ArrayLike<number>, factor: number): void {
  for (let bin = 0; bin < sum.length; bin += 1) sum[bin] = (sum[bin] ?? 0) + factor * (values[bin] ?? 0);
}
