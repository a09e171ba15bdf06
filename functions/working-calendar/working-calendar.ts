import * as z from 'zod';

/** `HH:MM`, from 00:00 to 24:00. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time of day as HH:MM.');

const hours = z
  .strictObject({ opens: timeOfDay, closes: timeOfDay })
  .refine(({ opens, closes }) => opens < closes, 'Hours end after they begin: split those over midnight into two.');

/** The hours of one weekday: any number, in order and apart. */
export const weekdayHoursSchema = z
  .array(hours)
  .refine(
    (list) => list.every(({ opens }, place) => place === 0 || opens >= (list[place - 1]?.closes ?? '')),
    'The hours of a day come in order and do not overlap.',
  );

const timeZone = z.string().refine(isTimeZone, 'Name a time zone of the IANA list, for example Europe/Paris.');

/** When a portal is at work: its time zone, the hours of each weekday, and the days on which nobody works. */
export const workingCalendarSchema = z.strictObject({
  timeZone,
  /** Monday to Sunday. */
  week: z.array(weekdayHoursSchema).length(7, 'List seven days, from Monday to Sunday.'),
  holidays: z.array(z.iso.date('Write a day as YYYY-MM-DD.')),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
