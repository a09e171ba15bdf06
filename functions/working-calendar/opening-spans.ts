import type { EpochMs, OpeningSpans } from '@deal-stage-insights/shared';
import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './working-calendar.ts';

export interface Cover {
  readonly fromAt: EpochMs;
  readonly toAt: EpochMs;
}

/**
 * The opening spans of a calendar over a range of instants, as the core wants them. Hours are wall-clock hours: a day on
 * which clocks change is as open as its clock says. An hour that does not exist that day begins when the clock goes on;
 * one that comes twice is open both times.
 * @throws RangeError for a cover that ends before it begins.
 * @example openingSpans(workingCalendarSchema.parse(settings), { fromAt, toAt })
 */
export function openingSpans(calendar: WorkingCalendar, { fromAt, toAt }: Cover): OpeningSpans {
  if (!(toAt >= fromAt)) throw new RangeError('A calendar covers instants up to one that is not before the first.');
  const holidays = new Set(calendar.holidays);
  const [startsAt, endsAt, openMsBefore]: [number[], number[], number[]] = [[], [], []];
  let openMs = 0;
  let free = fromAt;
  for (const day of days(calendar.timeZone, { fromAt, toAt })) {
    if (holidays.has(day.toString())) continue;
    for (const { opens, closes } of calendar.week[day.dayOfWeek - 1] ?? []) {
      // Where a clock is set back, neighbouring hours would overlap.
      const start = Math.max(free, instantOf(day, opens, { timeZone: calendar.timeZone, which: 'compatible' }));
      const end = Math.min(toAt, instantOf(day, closes, { timeZone: calendar.timeZone, which: 'later' }));
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

function* days(timeZone: string, { fromAt, toAt }: Cover): Generator<Temporal.PlainDate> {
  const dayOf = (at: EpochMs): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const last = dayOf(toAt);
  for (let day = dayOf(fromAt); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) yield day;
}

function instantOf(
  day: Temporal.PlainDate,
  time: string,
  { timeZone, which }: { readonly timeZone: string; readonly which: 'compatible' | 'later' },
): EpochMs {
  const isMidnight = time === '24:00';
  const wallClock = (isMidnight ? day.add({ days: 1 }) : day).toPlainDateTime(isMidnight ? '00:00' : time);
  return wallClock.toZonedDateTime(timeZone, { disambiguation: which }).epochMilliseconds;
}
