import type { SurvivalCurve } from '../statistics/kaplan-meier.ts';
import { lastNotAbove } from '../statistics/step-function.ts';

/** A survival curve as a report keeps it: equal lengths, ages ascending, every value holds from its age on. */
export interface DwellCurve {
  readonly ageMs: readonly number[];
  readonly survival: readonly number[];
  /** Greenwood's standard error of log S; null once S is 0. */
  readonly logStandardError: readonly (number | null)[];
}

/** No read-off share is further from the curve than this. */
const POINT = 0.01;

/**
 * Thins a curve to steps of at most a point of share: about a hundred ages, however many visits. The last age stays.
 * @example thinned(kaplanMeier({ time: [1, 2], event: [1, 1] })) // ages 1, 2; survival 0.5, 0
 */
export function thinned({ time, survival, logStandardError }: SurvivalCurve): DwellCurve {
  const kept: number[] = [];
  let level = 1;
  for (let i = 0; i < time.length; i += 1) {
    const next = survival[i + 1] ?? Number.NEGATIVE_INFINITY;
    // Kept when going on to the next age would leave the last kept value more than a point behind.
    if (level - next < POINT) continue;
    if (survival[i] === level && i + 1 < time.length) continue;
    kept.push(i);
    level = survival[i] ?? 0;
  }
  return {
    ageMs: kept.map((i) => wholeSeconds(time[i] ?? 0)),
    survival: kept.map((i) => rounded(survival[i] ?? 0, 4)),
    logStandardError: kept.map((i) => finiteOrNull(logStandardError[i])),
  };
}

/** The share that is over by an age, with the standard error of log S there. */
export function readCurve(
  curve: DwellCurve,
  ageMs: number,
): { readonly survival: number; readonly logStandardError: number | null } {
  const at = lastNotAbove(Float64Array.from(curve.ageMs), ageMs);
  return { survival: curve.survival[at] ?? 1, logStandardError: at < 0 ? null : (curve.logStandardError[at] ?? null) };
}

/** Above a minute milliseconds say nothing, and take room. */
function wholeSeconds(ageMs: number): number {
  return ageMs < 60_000 ? ageMs : Math.floor(ageMs / 1000) * 1000;
}

function finiteOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : rounded(value, 4);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
