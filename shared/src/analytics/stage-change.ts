import type { ActionAim } from '../contract/settings.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { incidenceStandardErrors } from '../statistics/incidence-standard-errors.ts';
import type { Measured } from '../statistics/repeated-interval.ts';
import { stepValue } from '../statistics/step-function.ts';
import { lostArea, meanDwell } from './dwell-change.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';
import { windowCurve, type WindowSample } from './window-sample.ts';

export const ENOUGH_EXITS = 20;
/** Share of the age looked at that a gap in the watch may have cut off. */
const NEGLIGIBLE = 0.05;
const [WENT_ON, ENDED_OTHERWISE] = [1, 2];

/**
 * What an action aims at, as measured of the visits of a stage in a window: of `conversion` the share that goes on within
 * `upToMs` (Aalen-Johansen), of `dwell` the mean days up to then (Kaplan-Meier). Open visits are censored, those that began before
 * the window enter late. Null below 20 exits, and where for a moment nobody was watched.
 */
export function measuredAim(
  aim: ActionAim,
  known: KnownVisits,
  { sample, upToMs }: { readonly sample: WindowSample; readonly upToMs: number },
): Measured | null {
  if (aim === 'dwell') return meanDwell(windowCurve(sample), upToMs);
  if (sample.exits < ENOUGH_EXITS) return null;
  const causes = { ...sample, event: sample.event.map((event, place) => causeOf(known, event, sample.rows[place])) };
  const curve = aalenJohansen(causes, 2);
  if (lostArea(curve, upToMs) > NEGLIGIBLE * upToMs) return null;
  const value = Math.min(1, stepValue(curve.time, curve.cumulativeIncidence[0] ?? new Float64Array(), upToMs, 0));
  const standardError = incidenceStandardErrors(causes, curve, [upToMs])[0]?.[0] ?? 0;
  return { value, standardError: Math.max(standardError, leastError(value, sample.time.length)) };
}

/** After all of few went on, or none, the curve knows no error: that of a rate with one more of each kind is the least. */
function leastError(share: number, n: number): number {
  const drawn = (share * n + 1) / (n + 2);
  return Math.sqrt((drawn * (1 - drawn)) / n);
}

function causeOf(known: KnownVisits, event: number, row = -1): number {
  if (event === 0) return 0;
  return leadsOn(known.exitOf(row)) ? WENT_ON : ENDED_OTHERWISE;
}

/**
 * After against before on a scale on which stages can be compared: shares by their difference, mean days by the logarithm of
 * their ratio (what slows a pipeline makes long stages longer by more days than short ones). Null where either is not known.
 */
export function changeBetween(aim: ActionAim, before: Measured | null, after: Measured | null): Measured | null {
  if (before === null || after === null) return null;
  if (aim === 'conversion') return difference(after, before);
  const [late, early] = [inLog(after), inLog(before)];
  return late === null || early === null ? null : difference(late, early);
}

export function difference(a: Measured, b: Measured): Measured {
  return { value: a.value - b.value, standardError: Math.hypot(a.standardError, b.standardError) };
}

/** By the delta method; null where all were alike, so that no error is known. */
function inLog({ value, standardError }: Measured): Measured | null {
  if (!(value > 0 && standardError > 0)) return null;
  return { value: Math.log(value), standardError: standardError / value };
}
