import { type CalendarSettings, DAY_MS, type EpochMs } from '@deal-stage-insights/shared';

const LOOK_AHEAD_DAYS = 30; // No office is closed for longer; if one is, the task is due in a day.
const STEP_MS = 15 * 60_000; // Offices open at quarter hours.
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The first quarter of an hour of working time that is at least a day away: never on a holiday or at night. */
export function dueAt(now: EpochMs, { week, holidays }: CalendarSettings, timeZone: string): EpochMs {
  const earliest = Math.ceil((now + DAY_MS) / STEP_MS) * STEP_MS;
  const clock = wallClock(timeZone);
  const closed = new Set(holidays);
  for (let at = earliest; at < earliest + LOOK_AHEAD_DAYS * DAY_MS; at += STEP_MS) {
    const { day, weekday, time } = clock(at);
    const isOpen = (week[weekday] ?? []).some(({ opens, closes }) => opens <= time && time < closes);
    if (isOpen && !closed.has(day)) return at;
  }
  return earliest;
}

/** Day, weekday (Monday is 0) and time of day in a time zone. Without a library of calendars: it would weigh on every cold start. */
function wallClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at: EpochMs) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return {
      day: `${part('year')}-${part('month')}-${part('day')}`,
      weekday: WEEKDAYS.indexOf(part('weekday')),
      time: `${part('hour')}:${part('minute')}`,
    };
  };
}
