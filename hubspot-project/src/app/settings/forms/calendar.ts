import type { OpeningHours, Settings } from '@deal-stage-insights/shared';
import { check, type Fault, faultsOf, listIn } from '../edit/faults.ts';
import { sectionSpec } from '../edit/section-spec.ts';

/** Hours of a day as one writes them: "09:00-12:00, 13:00-17:00". Empty: closed. */
export interface CalendarForm {
  readonly week: readonly string[];
  readonly holidays: string;
  readonly fiscalYearStartMonth: number;
}

const HOURS = /^(\d{1,2}):?(\d{2})?\s*[-–—]\s*(\d{1,2}):?(\d{2})?$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The hours in a text; what is not to be read as hours stays visible as a wrong time. */
export function hoursIn(text: string): readonly OpeningHours[] {
  return listIn(text).map((span) => {
    const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = HOURS.exec(span) ?? [];
    if (fromHour === undefined || toHour === undefined) return { opens: span, closes: '' };
    return { opens: `${fromHour.padStart(2, '0')}:${fromMinute}`, closes: `${toHour.padStart(2, '0')}:${toMinute}` };
  });
}

const hoursText = (hours: readonly OpeningHours[]): string =>
  hours.map(({ opens, closes }) => `${opens}-${closes}`).join(', ');

function hoursFault(text: string): Fault | null {
  const hours = hoursIn(text);
  if (!hours.every(({ opens, closes }) => TIME.test(opens) && TIME.test(closes) && opens < closes)) {
    return { kind: 'hours' };
  }
  const isInOrder = hours.every(({ opens }, place) => place === 0 || opens >= (hours[place - 1]?.closes ?? ''));
  return isInOrder ? null : { kind: 'overlap' };
}

export const calendarSection = sectionSpec('calendar', {
  formOf: ({ week, holidays, fiscalYearStartMonth }: Settings['calendar']): CalendarForm => ({
    week: week.map(hoursText),
    holidays: holidays.join(', '),
    fiscalYearStartMonth,
  }),
  valueOf: ({ week, holidays, fiscalYearStartMonth }: CalendarForm): Settings['calendar'] => ({
    week: week.map(hoursIn),
    holidays: [...new Set(listIn(holidays))].toSorted(),
    fiscalYearStartMonth,
  }),
  faultsOf: ({ week, holidays }: CalendarForm) =>
    faultsOf([
      ...week.map((text, weekday) => [`week.${weekday}`, hoursFault(text)] as const),
      ['holidays', check.days(listIn(holidays))],
    ]),
});
