import { DAY_MS, type EpochMs, type Insufficient, widened, wideningFactor } from '@deal-stage-insights/shared';
import type { PartForecast } from './forecast.ts';
import type { EvaluatedLog } from './predict.ts';

const WEEK_MS = 7 * DAY_MS;
/** The first Monday of the epoch, 1970-01-05: all backtests lie on Mondays, so that landmarks share them. */
const A_MONDAY = 4 * DAY_MS;
/** Half a year: what was missed before that says little about now. */
const MOST_BACKTESTS = 26;
const LEVEL = 0.8;
/** Fewer past intervals do not tell one of 80 %: see wideningFactor. */
const ENOUGH = 4;

/** What the interval of the total was widened by at a landmark; insufficient: too few backtests, it is as the model has it. */
export interface Widening {
  readonly landmark: EpochMs;
  readonly factor: number | Insufficient;
}

/** The latest Mondays whose horizon had passed at a landmark, back to the beginning of the log. */
export function backtestMondays(
  landmark: EpochMs,
  { histories, horizonDays }: Pick<EvaluatedLog, 'histories' | 'horizonDays'>,
): readonly EpochMs[] {
  const firstAt = histories.reduce((first, { transitions }) => Math.min(first, transitions[0]?.at ?? first), landmark);
  const latest = A_MONDAY + Math.floor((landmark - horizonDays * DAY_MS - A_MONDAY) / WEEK_MS) * WEEK_MS;
  return Array.from({ length: MOST_BACKTESTS }, (_, back) => latest - back * WEEK_MS).filter((at) => at > firstAt);
}

/**
 * By what factor forecasts of the total at earlier landmarks missed (split-conformal). Insufficient with fewer than four of
 * them, or where no factor reaches what came: nothing at all.
 */
export function wideningAt(landmark: EpochMs, backtests: readonly PartForecast[]): Widening {
  const past = backtests
    .filter(({ part, p90, actual }) => part === 'total' && p90 > 0 && actual >= 0)
    .map(({ p10, p90, actual }) => ({ low: p10, high: p90, actual }));
  const factor = wideningFactor(past, LEVEL);
  if (factor !== null && Number.isFinite(factor)) return { landmark, factor };
  return { landmark, factor: { kind: 'insufficient', n: past.length, needed: Math.max(ENOUGH, past.length + 1) } };
}

/** The forecasts of a landmark with the interval of the total widened; that of the open part stays as the model has it. */
export function widenTotal(forecasts: readonly PartForecast[], { factor }: Widening): readonly PartForecast[] {
  return forecasts.map((forecast) => {
    if (forecast.part === 'open' || typeof factor !== 'number') return forecast;
    const { low, high } = widened({ low: forecast.p10, high: forecast.p90 }, factor);
    return { ...forecast, p10: low, p90: high };
  });
}
