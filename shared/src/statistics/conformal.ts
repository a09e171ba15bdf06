import type { Interval } from './interval.ts';

/** An interval that was said, and what then came. */
export interface PastInterval extends Interval {
  readonly actual: number;
}

/**
 * By which factor must intervals of positive amounts be widened to have held as often as they claim? Split-conformal on the
 * log scale (conformalised quantile regression: Romano, Patterson and Candès 2019): each past interval's miss is
 * log(low / actual) or log(actual / high), the larger of the two, negative when it held with room to spare; the answer is
 * exp of the ceil((m + 1) × level)-th smallest miss, and at least 1: intervals are never narrowed.
 *
 * Null when there are too few past intervals to say so at this level (fewer than level / (1 - level): 4 for 80 %).
 * Infinity when amounts came that no factor reaches (an interval up to 0, and more came).
 *
 * @example wideningFactor([{ low: 80, high: 100, actual: 110 }, …], 0.8)
 */
export function wideningFactor(past: readonly PastInterval[], level: number): number | null {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies inside (0, 1), got ${level}.`);
  const misses = Float64Array.from(past, missOf).sort();
  // Without the margin, (9 + 1) × 0.8 could count as a hair above 8.
  const miss = misses[Math.ceil((past.length + 1) * level - 1e-9) - 1];
  return miss === undefined ? null : Math.max(1, Math.exp(miss));
}

/**
 * An interval of a positive amount made wider by a factor on both sides.
 *
 * @example widened({ low: 80, high: 100 }, 1.25) // { low: 64, high: 125 }
 */
export function widened({ low, high }: Interval, factor: number): Interval {
  if (!(factor >= 1)) throw new RangeError(`An interval is never narrowed, got the factor ${factor}.`);
  return { low: low / factor, high: factor === Number.POSITIVE_INFINITY ? factor : high * factor };
}

function missOf({ low, high, actual }: PastInterval): number {
  if (!(low >= 0 && low <= high && actual >= 0))
    throw new RangeError(`Expected 0 <= low <= high and actual >= 0, got ${low}, ${high}, ${actual}.`);
  // An interval from 0 cannot be too high, whatever came; likewise nothing is too low for what was 0.
  const below = low === 0 ? Number.NEGATIVE_INFINITY : Math.log(low) - Math.log(actual);
  const above = actual === 0 ? Number.NEGATIVE_INFINITY : Math.log(actual) - Math.log(high);
  return Math.max(below, above);
}
