import { type CalendarSettings, DAY_MS, type EpochMs, type OpeningSpans } from '@deal-stage-insights/shared';
import { portalDay } from '../portal-day.ts';
import { plusDays } from '../rollup/calendar-days.ts';
import { type Coming, instantOfWallClock } from './wall-clock.ts';

/** When a portal is at work: its time zone, the hours of each weekday, and the days on which nobody works. */
export interface WorkingWeek extends Pick<CalendarSettings, 'week' | 'holidays'> {
  readonly timeZone: string;
}

export interface Cover {
  readonly fromAt: EpochMs;
  readonly toAt: EpochMs;
}

/**
 * The opening spans of a calendar over a range of instants, as the core wants them. Hours are wall-clock hours: a day on
 * which clocks change is as open as its clock says. An hour that does not exist that day begins when the clock goes on;
 * one that comes twice is open both times.
 * @throws RangeError for a cover that ends before it begins.
 * @example openingSpans({ ...settings.calendar, timeZone: 'Europe/Paris' }, { fromAt, toAt })
 */
export function openingSpans(calendar: WorkingWeek, { fromAt, toAt }: Cover): OpeningSpans {
  if (!(toAt >= fromAt)) throw new RangeError('A calendar covers instants up to one that is not before the first.');
  const holidays = new Set(calendar.holidays);
  const [startsAt, endsAt, openMsBefore]: [number[], number[], number[]] = [[], [], []];
  let openMs = 0;
  let free = fromAt;
  for (const day of days(calendar.timeZone, { fromAt, toAt })) {
    if (holidays.has(day)) continue;
    for (const { opens, closes } of calendar.week[weekday(day)] ?? []) {
      // Where a clock is set back, neighbouring hours would overlap.
      const start = Math.max(free, instantOf(day, opens, { timeZone: calendar.timeZone, coming: 'first' }));
      const end = Math.min(toAt, instantOf(day, closes, { timeZone: calendar.timeZone, coming: 'second' }));
      if (end <= start) continue;
      startsAt.push(start);
      endsAt.push(end);
      openMsBefore.push(openMs);
      openMs += end - start;
      free = end;
    }
  }
  return {
    startsAt: new Float64Array(startsAt),
    endsAt: new Float64Array(endsAt),
    openMsBefore: new Float64Array(openMsBefore),
    coversFromAt: fromAt,
    coversToAt: toAt,
  };
}

function* days(timeZone: string, { fromAt, toAt }: Cover): Generator<string> {
  const last = portalDay(toAt, timeZone);
  for (let day = portalDay(fromAt, timeZone); day <= last; day = plusDays(day, 1)) yield day;
}

/** 0: Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function instantOf(
  day: string,
  time: string,
  { timeZone, coming }: { readonly timeZone: string; readonly coming: Coming },
): EpochMs {
  const wallMs = Date.parse(`${day}T00:00:00Z`) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;
  return instantOfWallClock(wallMs, timeZone, coming);
}

const MINUTE_MS = DAY_MS / 1440;
