import type { QuarterEndRush } from '../contract/forecast-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { senSlope } from '../statistics/sen-slope.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';
import type { Period } from './period.ts';
import type { WonDeal } from './won-deals.ts';

/** Two weeks: whole weeks, so that no weekday weighs more at the end of a quarter than in the rest of it. */
const DAYS = 14;
/** One quarter cannot tell a habit from an accident. */
const ENOUGH_QUARTERS = 2;
/** A smaller rush than by a tenth is not worth a word. */
const WORTH_A_WORD = 1.1;

/**
 * Do wins wait for the end of the quarter? The share of the wins of whole quarters that came in their last two weeks, with
 * Wilson's interval, beside what it would be if the wins of each quarter were spread evenly over its days. A rush is said where
 * the whole interval lies a tenth above that, and above what the growth of wins from quarter to quarter would bring. Quarters that began before the first known win are left out: history may
 * reach into them only in part. Below 20 wins or two quarters: insufficient.
 * @param won as `wonDeals` has them
 * @param quarters whole ones, ascending
 * @example quarterEndRush(won, quarters) // { share: { value: 0.31, low: 0.27, high: 0.36, … }, even: 0.15, verdict: 'rush', … }
 */
export function quarterEndRush(won: readonly WonDeal[], quarters: readonly Period[]): QuarterEndRush {
  const first = won.reduce((earliest, { wonAt }) => Math.min(earliest, wonAt), Number.POSITIVE_INFINITY);
  const reached = quarters.filter(({ fromAt }) => fromAt >= first);
  const wins = winsByQuarter(reached, won);
  const growth = growthOf(wins);
  let [n, late, evenly, grown] = [0, 0, 0, 0];
  for (const [place, { fromAt, toAt }] of reached.entries()) {
    const { all, last } = wins[place] ?? { all: 0, last: 0 };
    const lastShare = (DAYS * DAY_MS) / (toAt - fromAt);
    n += all;
    late += last;
    evenly += all * lastShare;
    grown += all * shareOfGrowing(lastShare, growth);
  }
  const even = n > 0 ? evenly / n : 0;
  const told = { even, days: DAYS, quarters: reached.length };
  if (n < ENOUGH || reached.length < ENOUGH_QUARTERS)
    return { share: { kind: 'insufficient', n, needed: ENOUGH }, ...told, verdict: 'insufficient' };
  const { low, high } = wilsonInterval(late, n, LEVEL);
  return {
    share: { kind: 'estimate', value: late / n, low, high, level: LEVEL, n, from: 'pipeline' },
    ...told,
    verdict: low > Math.max(even * WORTH_A_WORD, grown / n) ? 'rush' : 'no-clear-rush',
  };
}

/** How many came in each quarter, and how many of them in its last two weeks. Quarters follow one another. */
function winsByQuarter(quarters: readonly Period[], won: readonly WonDeal[]) {
  const wins = quarters.map(() => ({ all: 0, last: 0 }));
  for (const { wonAt } of won) {
    let place = quarters.length - 1;
    while (place >= 0 && (quarters[place]?.fromAt ?? 0) > wonAt) place -= 1;
    const [quarter, counts] = [quarters[place], wins[place]];
    if (quarter === undefined || counts === undefined || wonAt >= quarter.toAt) continue;
    counts.all += 1;
    if (wonAt >= quarter.toAt - DAYS * DAY_MS) counts.last += 1;
  }
  return wins;
}

/** By the logarithm, from quarter to quarter (Sen); 0 where wins do not become more. */
function growthOf(wins: readonly { readonly all: number }[]): number {
  return Math.max(0, senSlope(wins.map(({ all }) => Math.log(all + 0.5))) ?? 0);
}

/** Of what grows by this much over a quarter, day by day alike, the part that falls into the last `share` of it. */
function shareOfGrowing(share: number, growth: number): number {
  return growth > 0 ? -Math.expm1(-growth * share) / -Math.expm1(-growth) : share;
}
