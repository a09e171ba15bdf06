import type { RevenueRange, TrackPoint } from '../contract/forecast-report.ts';
import type { Insufficient } from '../contract/estimate.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { wideningFactor } from '../statistics/conformal.ts';
import type { ForecastDay } from './chance-backtest.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import { majorUnits } from './open-deals.ts';
import { inMajorUnits, totalRange } from './revenue-range.ts';
import { windowForecasts } from './window-forecasts.ts';
import { wonWithin, type WonSums } from './won-sums.ts';

/** Enough for sums that are held against one number each; a report must not wait for more. */
const VERSIONS = 3;
const DRAWS = 1000;
const LEVEL = 0.8;
/** Fewer past intervals do not tell one of 80 %: see `wideningFactor`. */
const ENOUGH = 4;

/** What was said on a day, as the model had it, and what came. */
export interface PastForecast {
  readonly at: EpochMs;
  readonly point: TrackPoint;
}

export interface ForecastBacktestQuestion {
  readonly horizonDays: number;
  readonly modelVersion: string;
  /** Ascending, all of them so long ago that their horizon has passed; with what was known on each. */
  readonly days: readonly ForecastDay[];
  readonly inputs: readonly ForecastInputs[];
  /** Known by now, with today's amounts. */
  readonly won: WonSums;
}

/**
 * What would have been said on past days of the revenue of the horizon, from what was known then, and what came? Life tables,
 * open deals, amounts and arrivals are those of the day. Days on which nothing could be said of deals to come are left out.
 * @example forecastBacktest(question).map(({ point }) => [point.said.p10, point.came, point.said.p90])
 */
export function forecastBacktest(question: ForecastBacktestQuestion): readonly PastForecast[] {
  const { horizonDays, days, inputs, won, modelVersion } = question;
  const horizonMs = horizonDays * DAY_MS;
  const windows = [{ fromMs: 0, toMs: horizonMs }];
  return days.flatMap(({ at, day }, place): PastForecast[] => {
    const then = inputs[place];
    if (then === undefined || then.knownStageIds.size === 0) return [];
    const [said] = windowForecasts({ ...then, windows, versions: VERSIONS, draws: DRAWS, seed: 1 });
    const total = said === undefined ? null : totalRange(said, 1);
    if (total === null) return [];
    const came = majorUnits(wonWithin(won, { fromAt: at, toAt: at + horizonMs }).amount);
    return [{ at, point: { day, modelVersion, said: inMajorUnits(total, { closed: 0, widening: 1 }), came } }];
  });
}

/**
 * By what factor past forecasts missed (split-conformal). Insufficient with fewer than four of them, or where no factor
 * reaches what came: nothing at all was said, and something came.
 */
export function wideningOf(past: readonly PastForecast[]): number | Insufficient {
  const intervals = past
    .filter(({ point }) => point.said.p90 > 0 && point.said.p10 >= 0 && point.came >= 0)
    .map(({ point: { said, came } }) => ({ low: said.p10, high: said.p90, actual: came }));
  const factor = wideningFactor(intervals, LEVEL);
  if (factor !== null && Number.isFinite(factor)) return factor;
  return { kind: 'insufficient', n: intervals.length, needed: Math.max(ENOUGH, intervals.length + 1) };
}

/** Each widened by what was missed in the forecasts before it whose horizon had passed on its day: as it would have been said. */
export function asSaid(past: readonly PastForecast[], horizonDays: number): readonly TrackPoint[] {
  return past.map(({ at, point }) => {
    const factor = wideningOf(past.filter((other) => other.at + horizonDays * DAY_MS <= at));
    return typeof factor === 'number' ? { ...point, said: widenedRange(point.said, factor) } : point;
  });
}

function widenedRange(said: RevenueRange, factor: number): RevenueRange {
  return { ...said, p10: said.p10 / factor, p90: said.p90 * factor };
}
