import type { SurvivalCurve } from './kaplan-meier.ts';
import { twoSidedZ } from './normal-distribution.ts';
import { logLogLimit } from './survival-band.ts';

/** A quantile of a duration. Null: the curve (or its limit) never falls that far within the data. */
export interface DurationQuantile {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** As R's survfit: a curve this close to 1 - p lies on it. */
const EQUALITY_TOLERANCE = 1.5e-8;

/**
 * The age by which a share p has left, open subjects counted as "at least this long".
 * The first t with S(t) < 1 - p; where S(t) = 1 - p on a flat part, the middle of that part, which
 * ends at the last observed age at the latest (R's convention). The limits
 * apply the same rule to the log-log band. Null when the curve never gets there: say "more than the last observed age".
 *
 * @param p share that has left, inside (0, 1); 0.5 is the median.
 * @throws RangeError when p is not inside (0, 1).
 * @example survivalQuantile(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }), 0.5).value // 2.5
 */
export function survivalQuantile(curve: SurvivalCurve, p: number, level = 0.95): DurationQuantile {
  return survivalQuantiles(curve, [p], level)[0] ?? { value: null, low: null, high: null };
}

/** Several quantiles of one curve. See survivalQuantile. */
export function survivalQuantiles(curve: SurvivalCurve, shares: readonly number[], level = 0.95): DurationQuantile[] {
  const z = twoSidedZ(level);
  return shares.map((p) => {
    if (!(p > 0 && p < 1)) throw new RangeError(`A quantile's share lies inside (0, 1), got ${p}.`);
    return {
      value: crossing(curve, 0, 1 - p),
      low: crossing(curve, -z, 1 - p),
      high: crossing(curve, z, 1 - p),
    };
  });
}

/** So many ages are passed over at once where all of them lie above the target. */
const BLOCK = 64;

/**
 * Where the curve (`z` 0), or its lower (`z` below 0) or upper limit goes below `target`. Undefined points (NaN) count as not
 * yet crossed.
 */
function crossing(curve: SurvivalCurve, z: number, target: number): number | null {
  const { time } = curve;
  const valueAt = (i: number): number => limitAt(curve, i, z);
  let flatFrom: number | null = null;
  for (let i = 0; i < time.length; i += 1) {
    if (i % BLOCK === 0 && leastBetween(curve, z, { from: i, to: i + BLOCK - 1 }) > target + 2 * EQUALITY_TOLERANCE) {
      i += BLOCK - 1;
      continue;
    }
    const s = valueAt(i);
    const at = time[i] ?? 0;
    if (s < target - EQUALITY_TOLERANCE) return flatFrom === null ? at : (flatFrom + at) / 2;
    if (flatFrom === null && s <= target + EQUALITY_TOLERANCE) flatFrom = at;
  }
  const last = time.length - 1;
  // A curve that ends on the target: its flat part ends at the last observed age.
  return flatFrom === null || Number.isNaN(valueAt(last)) ? null : (flatFrom + (time[last] ?? 0)) / 2;
}

function limitAt({ survival, logStandardError }: SurvivalCurve, i: number, z: number): number {
  const s = survival[i] ?? Number.NaN;
  return z === 0 ? s : logLogLimit(s, z * (logStandardError[i] ?? Number.NaN));
}

/**
 * A value that the curve or its limit does not fall below between two indexes; NaN where none is known. S falls and its error
 * grows: the lower limit is nowhere less than S at the end, widened by the error at the end and by log S at the beginning.
 */
function leastBetween(
  { survival, logStandardError }: SurvivalCurve,
  z: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const [first = Number.NaN, last = Number.NaN] = [survival[from], survival[to]];
  if (z >= 0) return last;
  return first < 1 ? last ** Math.exp((z * (logStandardError[to] ?? Number.NaN)) / Math.log(first)) : Number.NaN;
}
