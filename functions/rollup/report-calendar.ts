import { type CalendarPeriod, DAY_MS, type EpochMs, type ReportCalendar } from '@deal-stage-insights/shared';
import { portalDay, portalDayStart } from '../portal-day.ts';

const PERIOD_DAYS = 90;
const WEEKS = 13; // A quarter.
const MONTHS = 12;
const MONDAYS = 31; // Half a year of those whose 30 days have passed, and the five that are still to be judged.

interface CalendarQuestion {
  readonly asOf: EpochMs;
  readonly timeZone: string;
  readonly fromDay: string | null;
  readonly toDay: string | null;
}

/**
 * The boundaries of a report in the portal's time zone. Days count once they are over: a period ends at the latest with the
 * day before that of the instant. Without days it is the last 90. Null where the period has no day that is over.
 */
export function reportCalendar({ asOf, timeZone, fromDay, toDay }: CalendarQuestion): ReportCalendar | null {
  const today = portalDay(asOf, timeZone);
  const until = toDay === null || toDay > today ? today : toDay;
  const from = fromDay ?? plusDays(until, -PERIOD_DAYS);
  if (from >= until) return null;
  const before = plusDays(from, -daysBetween(from, until));
  const period = (fromDay: string, toDay: string): CalendarPeriod => ({
    fromDay,
    toDay,
    fromAt: dayStart(fromDay, timeZone),
    toAt: dayStart(toDay, timeZone),
  });
  const monday = plusDays(today, -((new Date(utc(today)).getUTCDay() + 6) % 7));
  return {
    period: period(from, until),
    previous: period(before, from),
    months: lastOf(MONTHS, (back) => period(monthsBefore(today, back), monthsBefore(today, back - 1))),
    mondays: lastOf(MONDAYS, (back) => {
      const day = plusDays(monday, -7 * (back - 1));
      return { day, at: dayStart(day, timeZone) };
    }),
    weeks: lastOf(WEEKS, (back) => period(plusDays(monday, -7 * back), plusDays(monday, -7 * (back - 1)))),
  };
}

/** The first instant of a day. Noon at Greenwich is the same day in all zones but the easternmost, where midnight is. */
export function dayStart(day: string, timeZone: string): EpochMs {
  const noon = utc(day) + DAY_MS / 2;
  return portalDayStart(portalDay(noon, timeZone) === day ? noon : utc(day), timeZone);
}

export function plusDays(day: string, days: number): string {
  return dayOf(utc(day) + days * DAY_MS);
}

const lastOf = <T>(count: number, back: (back: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => back(count - place));

/** The first day of the month so many before that of the day. */
function monthsBefore(day: string, months: number): string {
  const at = new Date(utc(day));
  return dayOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1));
}

const utc = (day: string): EpochMs => Date.parse(`${day}T00:00:00Z`);
const dayOf = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);
const daysBetween = (fromDay: string, toDay: string): number => (utc(toDay) - utc(fromDay)) / DAY_MS;
