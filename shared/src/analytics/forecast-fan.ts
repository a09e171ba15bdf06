import type { FanPoint } from '../contract/forecast-report.ts';
import type { ForecastDay } from './chance-backtest.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import { majorUnits } from './open-deals.ts';
import { inMajorUnits, totalRange } from './revenue-range.ts';
import { windowForecasts } from './window-forecasts.ts';
import { wonWithin, type WonSums } from './won-sums.ts';

/** A picture needs no more: each point is made like a period. */
const VERSIONS = 3;
const DRAWS = 1000;

/**
 * Along the running quarter: what was won from its beginning up to each day that has come, and what is said for those to
 * come. Widened as the periods are.
 */
export function forecastFan({
  inputs,
  won,
  days,
  widening,
}: {
  readonly inputs: ForecastInputs;
  readonly won: WonSums;
  /** Ascending; the first is the quarter's beginning. */
  readonly days: readonly ForecastDay[];
  readonly widening: number;
}): readonly FanPoint[] {
  const { asOf, knownStageIds } = inputs;
  const fromAt = days[0]?.at ?? asOf;
  const toCome = days.filter(({ at }) => at > asOf);
  const windows = toCome.map(({ at }) => ({ fromMs: 0, toMs: at - asOf }));
  const made =
    windows.length === 0 ? [] : windowForecasts({ ...inputs, windows, versions: VERSIONS, draws: DRAWS, seed: 1 });
  const closed = wonWithin(won, { fromAt, toAt: asOf }).amount;
  const past = days.filter(({ at }) => at <= asOf);
  return [
    ...past.map(({ at, day }) => ({
      day,
      closed: majorUnits(wonWithin(won, { fromAt, toAt: at }).amount),
      total: null,
    })),
    ...toCome.map(({ day }, place) => {
      const window = made[place];
      const total = window === undefined || knownStageIds.size === 0 ? null : totalRange(window, 1);
      return { day, closed: null, total: total === null ? null : inMajorUnits(total, { closed, widening }) };
    }),
  ];
}
