import type { QuarterEndRush } from '../contract/forecast-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';
import type { Period } from './period.ts';
import type { WonDeal } from './won-deals.ts';

/** Two weeks: whole weeks, so that no weekday weighs more at the end of a quarter than in the rest of it. */
const DAYS = 14;
/** One quarter cannot tell a habit from an accident. */
const ENOUGH_QUARTERS = 2;
/** A business that grows by a fifth from quarter to quarter, and so doubles in a year, has less than this by its growth alone. */
const BEYOND_GROWTH = 1.1;

/**
 * Do wins wait for the end of the quarter? The share of the wins of whole quarters that came in their last two weeks, with
 * Wilson's interval, beside what it would be if the wins of each quarter were spread evenly over its days. A rush is said where
 * the whole interval lies a tenth above that. Quarters that began before the first known win are left out: history may
 * reach into them only in part. Below 20 wins or two quarters: insufficient.
 * @param won as `wonDeals` has them
 * @param quarters whole ones, ascending
 * @example quarterEndRush(won, quarters) // { share: { value: 0.31, low: 0.27, high: 0.36, … }, even: 0.15, verdict: 'rush', … }
 */
export function quarterEndRush(won: readonly WonDeal[], quarters: readonly Period[]): QuarterEndRush {
  const first = won.reduce((earliest, { wonAt }) => Math.min(earliest, wonAt), Number.POSITIVE_INFINITY);
  const reached = quarters.filter(({ fromAt }) => fromAt >= first);
  let [n, late, evenly] = [0, 0, 0];
  for (const { fromAt, toAt } of reached) {
    const lateFrom = toAt - DAYS * DAY_MS;
    const wins = won.filter(({ wonAt }) => wonAt >= fromAt && wonAt < toAt);
    n += wins.length;
    late += wins.filter(({ wonAt }) => wonAt >= lateFrom).length;
    evenly += wins.length * ((toAt - lateFrom) / (toAt - fromAt));
  }
  const even = n > 0 ? evenly / n : 0;
  const told = { even, days: DAYS, quarters: reached.length };
  if (n < ENOUGH || reached.length < ENOUGH_QUARTERS)
    return { share: { kind: 'insufficient', n, needed: ENOUGH }, ...told, verdict: 'insufficient' };
  const { low, high } = wilsonInterval(late, n, LEVEL);
  return {
    share: { kind: 'estimate', value: late / n, low, high, level: LEVEL, n, from: 'pipeline' },
    ...told,
    verdict: low > even * BEYOND_GROWTH ? 'rush' : 'no-clear-rush',
  };
}
