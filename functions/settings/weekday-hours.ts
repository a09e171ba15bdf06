import * as z from 'zod/mini';
import { saying } from './setting-values.ts';

/** The hours of one weekday: any number, in order and apart. */
export function weekdayHoursSchema() {
  const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time of day as HH:MM.'));
  const hours = z
    .strictObject({ opens: timeOfDay, closes: timeOfDay })
    .check(
      z.refine(
        ({ opens, closes }) => opens < closes,
        saying('backwards', 'Hours end after they begin: split those over midnight into two.'),
      ),
    );
  return z
    .array(hours)
    .check(
      z.refine(
        (list) => list.every(({ opens }, place) => place === 0 || opens >= (list[place - 1]?.closes ?? '')),
        saying('overlap', 'The hours of a day come in order and do not overlap.'),
      ),
    );
}
