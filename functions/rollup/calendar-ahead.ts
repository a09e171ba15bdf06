import type { CalendarAhead, EpochMs, NamedPeriod } from '@deal-stage-insights/shared';
import { dayStart, daysBetween, firstOfMonth, plusDays, quarterStart } from './calendar-days.ts';

const MONTHS = [0, 1, 2];
const QUARTERS = [0, 1];

interface AheadQuestion {
  readonly asOf: EpochMs;
  /** The day of `asOf`. */
  readonly today: string;
  readonly timeZone: string;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

/** The periods that a forecast speaks of: running and coming months and fiscal quarters, and the days along the running one. */
export function calendarAhead({ asOf, today, timeZone, fiscalYearStartMonth }: AheadQuestion): CalendarAhead {
  const period = (kind: NamedPeriod['kind'], key: string, fromDay: string, toDay: string): NamedPeriod => ({
    kind,
    key,
    fromDay,
    toDay,
    fromAt: dayStart(fromDay, timeZone),
    toAt: dayStart(toDay, timeZone),
  });
  const months = MONTHS.map((on) => {
    const fromDay = firstOfMonth(today, on);
    return period('month', fromDay.slice(0, 7), fromDay, firstOfMonth(today, on + 1));
  });
  const quarter = quarterStart(today, fiscalYearStartMonth);
  const quarters = QUARTERS.map((on) => {
    const fromDay = firstOfMonth(quarter, 3 * on);
    return period('quarter', quarterKey(fromDay, fiscalYearStartMonth), fromDay, firstOfMonth(fromDay, 3));
  });
  const [running] = quarters;
  const fan = running === undefined ? [] : weeksAlong(running, today);
  return {
    today: { day: today, at: asOf },
    periods: [...months, ...quarters],
    fan: fan.map((day) => ({ day, at: dayStart(day, timeZone) })),
  };
}

/** A fiscal year is named by the calendar year that it ends in. */
function quarterKey(fromDay: string, fiscalYearStartMonth: number): string {
  const into = (Number(fromDay.slice(5, 7)) - fiscalYearStartMonth + 12) % 12;
  const year = Number(firstOfMonth(fromDay, 11 - into).slice(0, 4));
  return `${year}-Q${into / 3 + 1}`;
}

/** Each week from the quarter's beginning, today, and its end. */
function weeksAlong({ fromDay, toDay }: NamedPeriod, today: string): readonly string[] {
  const weeks = Array.from({ length: Math.ceil(daysBetween(fromDay, toDay) / 7) }, (_, week) =>
    plusDays(fromDay, 7 * week),
  );
  return [...new Set([...weeks, today, toDay])].sort();
}
