const DAY_MS = 86_400_000;

/** Lengths of periods that are offered by name, in days. */
export const PERIOD_LENGTHS = [30, 90, 180, 365] as const;
/** The length of the period that reports have when nothing is asked. */
const USUAL_LENGTH = 90;

export type PeriodChoice = (typeof PERIOD_LENGTHS)[number] | 'own';

/** Which named period an address with these days asks for, seen from `today`. */
export function periodChoice(from: string | null, to: string | null, today: string): PeriodChoice {
  if (from === null && to === null) return USUAL_LENGTH;
  const until = to ?? today;
  return (until === today && PERIOD_LENGTHS.find((days) => from === plusDays(today, -days))) || 'own';
}

/** The days of a named period. The usual one has none: an address without days stays the newest figures. */
export function periodDays(length: number, today: string): { readonly from: string | null; readonly to: null } {
  return { from: length === USUAL_LENGTH ? null : plusDays(today, -length), to: null };
}

/** @example plusDays('2026-03-01', -1) // '2026-02-28' */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The last whole week before a day, from its Monday on, `[from, to)`. @example lastWeek('2026-05-20') // from 2026-05-11 to 2026-05-18 */
export function lastWeek(today: string): { readonly from: string; readonly to: string } {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const to = plusDays(today, -sinceMonday);
  return { from: plusDays(to, -7), to };
}

/** The calendar day of an instant in a time zone; in UTC where the engine does not know the zone. */
export function dayIn(timeZone: string, at: number): string {
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { ...date, timeZone }).format(at);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Date(at).toISOString().slice(0, 10);
  }
}
