import type { CalendarPeriod, EpochMs, ReportCalendar } from '@deal-stage-insights/shared';
import { portalDay } from '../portal-day.ts';
import { calendarAhead } from './calendar-ahead.ts';
import {
  dayStart,
  daysBetween,
  firstOfMonth,
  mondayOf,
  monthsBetween,
  plusDays,
  quarterStart,
} from './calendar-days.ts';

const PERIOD_DAYS = 90;
const WEEKS = 13; // A quarter.
const MONTHS = 12;
const QUARTERS = 8; // Two years.
const MONDAYS = 31; // Half a year of those whose 30 days have passed, and the five that are still to be judged.

interface CalendarQuestion {
  readonly asOf: EpochMs;
  readonly timeZone: string;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly fromDay: string | null;
  readonly toDay: string | null;
}

/**
 * The boundaries of a report in the portal's time zone. Days count once they are over: a period ends at the latest with the
 * day before that of the instant. Without days it is the last 90. Null where the period has no day that is over.
 */
export function reportCalendar({
  asOf,
  timeZone,
  fiscalYearStartMonth,
  fromDay,
  toDay,
}: CalendarQuestion): ReportCalendar | null {
  const today = portalDay(asOf, timeZone);
  const until = toDay === null || toDay > today ? today : toDay;
  const from = fromDay ?? plusDays(until, -PERIOD_DAYS);
  if (from >= until) return null;
  // Of whole months, as many whole months: March is held against February, and nothing is cut out of a month.
  const isMonths = from.endsWith('-01') && until.endsWith('-01');
  const before = isMonths ? firstOfMonth(from, -monthsBetween(from, until)) : plusDays(from, -daysBetween(from, until));
  const period = (fromDay: string, toDay: string): CalendarPeriod => ({
    fromDay,
    toDay,
    fromAt: dayStart(fromDay, timeZone),
    toAt: dayStart(toDay, timeZone),
  });
  const [monday, quarter] = [mondayOf(today), quarterStart(today, fiscalYearStartMonth)];
  return {
    ahead: calendarAhead({ asOf, today, timeZone, fiscalYearStartMonth }),
    period: period(from, until),
    previous: period(before, from),
    months: lastOf(MONTHS, (back) => period(firstOfMonth(today, -back), firstOfMonth(today, 1 - back))),
    quarters: lastOf(QUARTERS, (back) => period(firstOfMonth(quarter, -3 * back), firstOfMonth(quarter, 3 - 3 * back))),
    mondays: lastOf(MONDAYS, (back) => {
      const day = plusDays(monday, -7 * (back - 1));
      return { day, at: dayStart(day, timeZone) };
    }),
    weeks: lastOf(WEEKS, (back) => period(plusDays(monday, -7 * back), plusDays(monday, -7 * (back - 1)))),
  };
}

const lastOf = <T>(count: number, back: (back: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => back(count - place));
