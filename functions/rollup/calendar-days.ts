import { DAY_MS, type EpochMs } from '@deal-stage-insights/shared';
import { portalDay, portalDayStart } from '../portal-day.ts';

/** The first instant of a day. Noon at Greenwich is the same day in all zones but the easternmost, where midnight is. */
export function dayStart(day: string, timeZone: string): EpochMs {
  const noon = utc(day) + DAY_MS / 2;
  return portalDayStart(portalDay(noon, timeZone) === day ? noon : utc(day), timeZone);
}

export function plusDays(day: string, days: number): string {
  return dayOf(utc(day) + days * DAY_MS);
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return plusDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));
}

/** The first day of the month so many after that of the day. */
export function firstOfMonth(day: string, monthsOn: number): string {
  const at = new Date(utc(day));
  return dayOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + monthsOn, 1));
}

/** The first day of the fiscal quarter that the day is in. */
export function quarterStart(day: string, fiscalYearStartMonth: number): string {
  return firstOfMonth(day, -((Number(day.slice(5, 7)) - fiscalYearStartMonth + 12) % 3));
}

export const daysBetween = (fromDay: string, toDay: string): number => (utc(toDay) - utc(fromDay)) / DAY_MS;

/** Of two firsts of months. */
export const monthsBetween = (fromDay: string, toDay: string): number => monthOf(toDay) - monthOf(fromDay);

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const utc = (day: string): EpochMs => Date.parse(`${day}T00:00:00Z`);
const dayOf = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);
