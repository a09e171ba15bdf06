import type { DwellQuantile } from '../contract/estimate.ts';
import { DAY_MS } from '../history/instant.ts';
import type { CompetingRisksCurve } from '../statistics/aalen-johansen.ts';
import { firstWhere } from '../statistics/step-function.ts';
import { type DurationQuantile, survivalQuantiles } from '../statistics/survival-quantile.ts';
import { type DwellCurve, thinned } from './dwell-curve.ts';

/** Of every interval that is shown. */
export const LEVEL = 0.95;
/** Closed visits below which no usual duration is told. */
export const ENOUGH_EXITS_FOR_DWELL = 10;
const ENOUGH_ADVANCED = 20;

/** How long visits of a stage last: Kaplan-Meier over the visits whose beginning is known, in days. Of fewer than ten that are over, quantiles are those of `drawnDwell` where the stage borrows. */
export interface StageDwell {
  readonly p10: DwellQuantile;
  readonly median: DwellQuantile;
  readonly p80: DwellQuantile;
  readonly p90: DwellQuantile;
  readonly curve: DwellCurve;
  /** Visits with a known beginning; those of them that are over; those of these that went on. */
  readonly n: number;
  readonly exits: number;
  readonly advanced: number;
  /** The age by which nine of ten of the visits that go on have gone on; null when too few did. */
  readonly advancedDaysP90: number | null;
}

/** @param goesOn whether an exit by a cause (from 0) leads forward: advanced, skipped or won. */
export function stageDwell(curve: CompetingRisksCurve, goesOn: (cause: number) => boolean): StageDwell {
  const exits = sum(curve.events);
  const forward = curve.eventsByCause.map((events, cause) => (goesOn(cause) ? sum(events) : 0));
  const advanced = forward.reduce((total, count) => total + count, 0);
  const lastAgeMs = curve.time.at(-1) ?? 0;
  const [p10, median, p80, p90] = survivalQuantiles(curve, [0.1, 0.5, 0.8, 0.9], LEVEL).map(
    (quantile): DwellQuantile => dwellQuantileDays(quantile, { n: curve.n, exits, lastAgeMs }),
  );
  const none: DwellQuantile = { kind: 'insufficient', n: 0, needed: ENOUGH_EXITS_FOR_DWELL };
  return {
    p10: p10 ?? none,
    median: median ?? none,
    p80: p80 ?? none,
    p90: p90 ?? none,
    curve: thinned(curve),
    n: curve.n,
    exits,
    advanced,
    advancedDaysP90: advanced < ENOUGH_ADVANCED ? null : advancedQuantile(curve, goesOn, 0.9) / DAY_MS,
  };
}

/** A quantile of visits in ms as it is told, in days; below ten exits: insufficient. */
export function dwellQuantileDays(
  { value, low, high }: DurationQuantile,
  { n, exits, lastAgeMs }: { readonly n: number; readonly exits: number; readonly lastAgeMs: number },
): DwellQuantile {
  if (exits < ENOUGH_EXITS_FOR_DWELL) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS_FOR_DWELL };
  if (value === null) return { kind: 'beyond', atLeast: lastAgeMs / DAY_MS, n, from: 'stage' };
  // Where all leave at one age the band is not defined: nothing below it is ruled out.
  const limits = { low: (low ?? 0) / DAY_MS, high: high === null ? null : high / DAY_MS };
  return { kind: 'estimate', value: value / DAY_MS, ...limits, level: LEVEL, n, from: 'stage' };
}

/** The first age at which the visits that go on have done so to the given share: sum of their F_k over its last value. */
function advancedQuantile(
  { time, cumulativeIncidence }: CompetingRisksCurve,
  goesOn: (cause: number) => boolean,
  p: number,
): number {
  const forward = cumulativeIncidence.filter((_, cause) => goesOn(cause));
  const sharesAt = (i: number): number => forward.reduce((total, incidence) => total + (incidence[i] ?? 0), 0);
  const target = p * sharesAt(time.length - 1);
  // The shares ascend.
  return (
    time[
      Math.min(
        firstWhere(time.length, (i) => sharesAt(i) >= target),
        time.length - 1,
      )
    ] ?? 0
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
