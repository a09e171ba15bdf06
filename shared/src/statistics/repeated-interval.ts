import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';

export interface Measured {
  readonly value: number;
  readonly standardError: number;
}

/**
 * An interval that may be looked at again and again while data come in: the chance that it ever leaves out the truth, at any
 * of all looks up to the end, is at most `1 - level`.
 *
 * As data come in, what is estimated walks about its truth like a Brownian motion (independent increments, Jennison and
 * Turnbull 1989, "repeated confidence intervals"). By the reflection principle the motion W passes ± c before time 1 with
 * a probability of at most 4 (1 - Φ(c)), so that ± c / √share standard errors will do: few per cent wider than the usual interval
 * at the end, much wider at the beginning (the shape of O'Brien and Fleming 1979).
 *
 * @param share of all data that are to come, in (0, 1]
 * @throws RangeError when the share or the level is outside
 * @example repeatedInterval({ value: 0, standardError: 1 }, 1) // ± 2.2414
 */
export function repeatedInterval({ value, standardError }: Measured, share: number, level = 0.95): Interval {
  if (!(share > 0 && share <= 1)) throw new RangeError(`A share lies in (0, 1], got ${share}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies inside (0, 1), got ${level}.`);
  const margin = (normalQuantile(1 - (1 - level) / 4) / Math.sqrt(share)) * standardError;
  return { low: value - margin, high: value + margin };
}
