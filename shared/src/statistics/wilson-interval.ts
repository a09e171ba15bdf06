import type { Interval } from './interval.ts';
import { twoSidedZ } from './normal-distribution.ts';

/**
 * Between which limits does a rate lie, when x of n were seen? Wilson's score interval (1927), without continuity
 * correction: (x + z²/2 ± z sqrt(x (n - x) / n + z²/4)) / (n + z²). Never outside [0, 1], sensible for 0 of n and n of n.
 * n = 0 says nothing: [0, 1].
 *
 * @throws RangeError unless 0 <= x <= n.
 * @example wilsonInterval(0, 10) // { low: 0, high: 0.2775… }
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval {
  if (!(x >= 0 && x <= n)) throw new RangeError(`Expected 0 <= x <= n, got x = ${x}, n = ${n}.`);
  if (n === 0) return { low: 0, high: 1 };
  const z2 = twoSidedZ(level) ** 2;
  const centre = (x + z2 / 2) / (n + z2);
  const margin = Math.sqrt(z2 * ((x * (n - x)) / n + z2 / 4)) / (n + z2);
  return { low: x === 0 ? 0 : centre - margin, high: x === n ? 1 : centre + margin };
}
