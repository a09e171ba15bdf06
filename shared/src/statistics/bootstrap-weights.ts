import { exponentialDraw } from './random-draws.ts';
import type { Random } from './seeded-random.ts';

/**
 * One version of what the data might as well have said: a weight for each independent unit, exponential with mean 1 (the
 * Bayesian bootstrap: Rubin 1981). Estimate once more with every row counted by its unit's weight; the spread over several
 * versions is the uncertainty of the estimate. Unlike resampling, no unit ever vanishes.
 *
 * @example bootstrapWeights(3, seededRandom(1)).length // 3
 */
export function bootstrapWeights(units: number, random: Random): Float64Array {
  return Float64Array.from({ length: units }, () => exponentialDraw(random));
}
