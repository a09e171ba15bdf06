import { DAY_MS, type EpochMs } from '../history/instant.ts';

/** Of each of the seven days that follow an instant, again and again: wins by then, beside those of an even week. Mean 1. */
export type WeekPace = readonly number[];

const DAYS = 7;
const WEEK_MS = DAYS * DAY_MS;
/** Fewer do not tell a habit from an accident. */
const ENOUGH_WEEKS = 4;
const EVEN: WeekPace = Array.from({ length: DAYS }, () => 1);

/**
 * On which days of the week are deals won? The mean of each day's share of a week's wins, every week with a win counting
 * alike: one day on which very many were closed at once makes no habit. The shares are drawn to an even week by what of their
 * differences chance accounts for (their squared standard errors, from the differences between weeks, over their squared
 * distances from a seventh: James and Stein's rule). Fewer than four weeks with a win: even.
 *
 * Days are counted from `asOf`, so that neither a time zone nor the name of a day is asked for.
 * @param wonAt in any order; those after `asOf`, or more than so many weeks before it, are left out.
 * @example weekPace(wonAt, { asOf: mondayMorning, weeks: 26 }) // [1.4, 1.4, 1.4, 1.4, 1.3, 0.1, 0]
 */
export function weekPace(
  wonAt: readonly EpochMs[],
  { asOf, weeks }: { readonly asOf: EpochMs; readonly weeks: number },
): WeekPace {
  const counts = Array.from({ length: weeks }, () => new Float64Array(DAYS));
  for (const at of wonAt) {
    const week = counts[Math.ceil((asOf - at) / WEEK_MS) - 1];
    // At the instant itself: the last moment of the week that ends then.
    const day = DAYS - 1 - Math.floor(((asOf - at) % WEEK_MS) / DAY_MS);
    if (at <= asOf && week !== undefined) week[day] = (week[day] ?? 0) + 1;
  }
  const shares = counts.flatMap((week) => {
    const all = sum(week);
    return all > 0 ? [week.map((count) => count / all)] : [];
  });
  if (shares.length < ENOUGH_WEEKS) return EVEN;
  const means = EVEN.map((_, day) => sum(shares.map((share) => share[day] ?? 0)) / shares.length);
  const seen = sum(means.map((mean) => (mean - 1 / DAYS) ** 2));
  const chance = sum(means.map((mean, day) => squaredError(shares, mean, day)));
  const kept = Math.max(0, 1 - chance / seen);
  return seen > 0 ? means.map((mean) => 1 + kept * (DAYS * mean - 1)) : EVEN;
}

/** Of the mean of a day's shares. */
function squaredError(shares: readonly Float64Array[], mean: number, day: number): number {
  return sum(shares.map((share) => ((share[day] ?? 0) - mean) ** 2)) / (shares.length * (shares.length - 1));
}

/**
 * So much time of even weeks brings what this time from the instant of the pace brings. Whole weeks are as long as they are.
 * @example pacedMs(4 * DAY_MS, pace) / DAY_MS // from a Friday on: 2.8
 */
export function pacedMs(timeMs: number, pace: WeekPace): number {
  const weeks = Math.floor(timeMs / WEEK_MS);
  let paced = weeks * WEEK_MS;
  let left = timeMs - paced;
  for (const each of pace) {
    paced += Math.min(DAY_MS, left) * each;
    left = Math.max(0, left - DAY_MS);
  }
  return paced;
}

function sum(values: ArrayLike<number>): number {
  let all = 0;
  for (let place = 0; place < values.length; place += 1) all += values[place] ?? 0;
  return all;
}
