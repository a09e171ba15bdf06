import type { Measured } from './repeated-interval.ts';

/**
 * What several independent measurements of one thing say together: their mean, each weighted by the inverse of its squared
 * standard error (which must be above 0), with 1 / √(sum of weights) as its own. Null of none.
 *
 * @example pooledMean([{ value: 1, standardError: 1 }, { value: 3, standardError: 1 }]) // value 2, standardError 0.7071
 */
export function pooledMean(measured: readonly Measured[]): Measured | null {
  let [weights, sum] = [0, 0];
  for (const { value, standardError } of measured) {
    const weight = 1 / standardError ** 2;
    weights += weight;
    sum += weight * value;
  }
  return weights > 0 ? { value: sum / weights, standardError: 1 / Math.sqrt(weights) } : null;
}
