import { DAY_MS } from '@deal-stage-insights/shared';
import type { Random } from './random.ts';

const HOUR_MS = DAY_MS / 24;
const OPENS = 7;
const CLOSES = 17;
/** Fewer new deals in August and at the end of the year. */
const MONTH_WEIGHTS = [1, 1.05, 1.15, 1, 0.95, 1.1, 0.8, 0.55, 1.15, 1.15, 1.05, 0.7];
const WEEKDAY_WEIGHTS = [0.15, 1.1, 1.15, 1.1, 1, 0.85, 0.2];
const YEARLY_GROWTH = 1.15;

/** Instants at which deals are created, oldest first: `at(share)` for the share of deals created before. */
export function creationClock(startsAt: number, days: number): (share: number) => number {
  const upTo = [0];
  for (let day = 0; day < days; day += 1) {
    const date = new Date(startsAt + day * DAY_MS);
    const weight = (MONTH_WEIGHTS[date.getUTCMonth()] ?? 1) * (WEEKDAY_WEIGHTS[date.getUTCDay()] ?? 1);
    upTo.push((upTo[day] ?? 0) + weight * YEARLY_GROWTH ** (day / 365));
  }
  const total = upTo.at(-1) ?? 1;
  let day = 0;
  return (share) => {
    const wanted = share * total;
    if (wanted < (upTo[day] ?? 0)) day = 0;
    while (day < days - 1 && (upTo[day + 1] ?? total) <= wanted) day += 1;
    const from = upTo[day] ?? 0;
    return Math.floor(startsAt + (day + (wanted - from) / ((upTo[day + 1] ?? total) - from)) * DAY_MS);
  };
}

/** The next instant at which a person is at work: never earlier, Monday to Friday, 7 to 17 o'clock UTC. */
export function workingTime(at: number, random: Random): number {
  const hour = (at % DAY_MS) / HOUR_MS;
  const isTooLate = hour >= CLOSES;
  const start = Math.floor(at / DAY_MS) * DAY_MS + (isTooLate ? DAY_MS : 0);
  const daysOff = [1, 0, 0, 0, 0, 0, 2][new Date(start).getUTCDay()] ?? 0;
  if (!isTooLate && daysOff === 0 && hour >= OPENS) return at;
  return Math.floor(start + daysOff * DAY_MS + (OPENS + random() * (CLOSES - OPENS)) * HOUR_MS);
}

/** Of the wins due in the first days of a quarter. */
export const PULLED_SHARE = 0.5;

/** Half of the deals that would be won in the first days of a quarter are won in the last days of the one before. */
export function quarterEndPull(at: number, enteredAt: number, random: Random): number {
  const date = new Date(at);
  const quarterStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % 3), 1);
  if (at - quarterStart > 12 * DAY_MS || random() < 1 - PULLED_SHARE) return at;
  return Math.max(enteredAt + HOUR_MS, Math.floor(quarterStart - (0.3 + random() * 3) * DAY_MS));
}

/** The last day of the month, 16 o'clock UTC: what people type for a close date. */
export function monthEnd(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0, 16);
}
