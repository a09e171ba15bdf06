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
    const week = counts[Math.floor((asOf - at) / WEEK_MS)];
    // At the instant itself: the last moment of the week that ends then.
    const day = DAYS - 1 - Math.floor(((asOf - at) % WEEK_MS) / DAY_MS);
    if (week !== undefined) week[day] = (week[day] ?? 0) + 1;
  }
  const won = counts.filter((week) => sum(week) > 0);
  if (won.length < ENOUGH_WEEKS) return EVEN;
  // Shares of a week, times seven: as paces are told.
  const paces = won.map((week) => week.map((count) => (DAYS * count) / sum(week)));
  const means = EVEN.map((_, day) => sum(paces.map((pace) => pace[day] ?? 0)) / won.length);
  const distance = (pace: WeekPace | Float64Array, from: WeekPace): number =>
    sum(from.map((each, day) => ((pace[day] ?? 0) - each) ** 2));
  const chance = sum(paces.map((pace) => distance(pace, means))) / (won.length * (won.length - 1));
  const seen = distance(means, EVEN);
  const kept = seen > chance ? 1 - chance / seen : 0;
  return means.map((mean) => 1 + kept * (mean - 1));
}

/**
 * So much time of even weeks brings what this time from the instant of the pace brings. Whole weeks are as long as they are.
 * @example pacedMs(4 * DAY_MS, pace) / DAY_MS // from a Friday on: 2.8
 */
export function pacedMs(timeMs: number, pace: WeekPace): number {
  const rest = timeMs % WEEK_MS;
  return pace.reduce(
    (paced, each, day) => paced + each * Math.min(DAY_MS, Math.max(0, rest - day * DAY_MS)),
    timeMs - rest,
  );
}

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
