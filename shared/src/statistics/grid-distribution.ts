import type { Random } from './seeded-random.ts';
import { lastNotAbove } from './step-function.ts';

/** A distribution on 0, unit, 2 unit, …: `pmf[i]` is the probability of i × unit. */
export interface GridDistribution {
  readonly unit: number;
  readonly pmf: Float64Array;
}

/**
 * The mean of a distribution on a grid, in its unit's unit.
 *
 * @example gridMean({ unit: 10, pmf: Float64Array.of(0.5, 0.5) }) // 5
 */
export function gridMean({ unit, pmf }: GridDistribution): number {
  let sum = 0;
  for (let i = 0; i < pmf.length; i += 1) sum += i * (pmf[i] ?? 0);
  return sum * unit;
}

/**
 * Quantiles and draws of a distribution on a grid, its running sum made once. A quantile is the smallest value that is not
 * exceeded with probability tau or more.
 *
 * @example gridReader({ unit: 10, pmf: Float64Array.of(0.5, 0.5) }).quantile(0.9) // 10
 */
export function gridReader({ unit, pmf }: GridDistribution) {
  const cumulative = new Float64Array(pmf.length);
  let sum = 0;
  for (let i = 0; i < pmf.length; i += 1) {
    sum += pmf[i] ?? 0;
    cumulative[i] = sum;
  }
  // The first cell whose running sum reaches the level: one past the last that stays below it.
  const cellAt = (level: number): number => Math.min(pmf.length - 1, lastNotAbove(cumulative, level) + 1);
  return {
    quantile: (tau: number): number => {
      if (!(tau >= 0 && tau <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${tau}.`);
      return unit * cellAt(tau * sum - ROUNDING);
    },
    draw: (random: Random): number => unit * cellAt(random() * sum),
  };
}

/** Running sums reach a round number only up to rounding. */
const ROUNDING = 1e-12;
