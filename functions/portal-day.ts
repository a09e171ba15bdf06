import { DAY_MS, type EpochMs } from '@deal-stage-insights/shared';

const LONGEST_DAY_MS = DAY_MS + 3 * 3_600_000; // Clocks are set back by at most two hours (Troll, Antarctica); one to spare.

/** The calendar day, `YYYY-MM-DD`, in the portal's time zone. */
export function portalDay(at: EpochMs, timeZone: string): string {
  return dayFormat(timeZone).format(at);
}

/** The first instant of the portal's present day. Not always its midnight: some zones set clocks forward at 00:00. */
export function portalDayStart(now: EpochMs, timeZone: string): EpochMs {
  const format = dayFormat(timeZone);
  const today = format.format(now);
  let before = now - LONGEST_DAY_MS;
  let inside = now;
  while (inside - before > 1) {
    const middle = Math.floor((before + inside) / 2);
    if (format.format(middle) === today) inside = middle;
    else before = middle;
  }
  return inside;
}

/** The first instant of the portal's next day. */
export const portalDayEnd = (now: EpochMs, timeZone: string): EpochMs =>
  portalDayStart(portalDayStart(now, timeZone) + LONGEST_DAY_MS, timeZone);

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does. `en-CA` writes days as YYYY-MM-DD.
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}
