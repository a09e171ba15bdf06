import { betaQuantile } from './beta-distribution.ts';

/**
 * The t that a variable of Student's law stays within, on both sides of 0, with probability `level`: what takes the place of
 * the normal law's z where a variance is known from few observations. Degrees of freedom need not be whole. From
 * P(|T| > t) = I_x(df / 2, 1 / 2) at x = df / (df + t²) (regularised incomplete beta function).
 * @throws RangeError unless 0 < level < 1 and df > 0.
 * @example twoSidedT(0.95, 10) // 2.228
 */
export function twoSidedT(level: number, df: number): number {
  if (!(level > 0 && level < 1 && df > 0))
    throw new RangeError(`Expected 0 < level < 1 and df > 0, got ${level}, ${df}.`);
  const x = betaQuantile(1 - level, df / 2, 0.5);
  return Math.sqrt((df * (1 - x)) / x);
}
