import type { CalendarPeriod, ReportCalendar, ReportQuestion, VisitBlock } from '@deal-stage-insights/shared';
import { reportQuestion } from '../../functions/rollup/report-question.ts';
import { day, SALES } from './builders.ts';

type Periods = Pick<ReportCalendar, 'period' | 'previous'>;
type Overrides = Partial<Omit<ReportQuestion, 'calendar'>> & { readonly calendar?: Periods };

/** A question about these deals as of day 90, in Paris, in euros; what is given takes the place of its own. */
export function aQuestion(
  table: VisitBlock,
  { pipeline = SALES, calendar, ...overrides }: Overrides = {},
): ReportQuestion {
  const { stamp = { asOf: day(90), position: {}, modelVersion: '1' }, filters } = overrides;
  const account = { timeZone: 'Europe/Paris', currency: 'EUR' };
  const question = reportQuestion({ table, pipeline, account, stamp, ...(filters === undefined ? {} : { filters }) });
  if (question === null) throw new Error('The period of this question has no day that is over.');
  return { ...question, ...overrides, calendar: { ...question.calendar, ...calendar } };
}

/** Two periods, one after the other, between days after START. */
export function days(before: number, from: number, to: number): Periods {
  const period = (fromDays: number, toDays: number): CalendarPeriod => ({
    fromDay: new Date(day(fromDays)).toISOString().slice(0, 10),
    toDay: new Date(day(toDays)).toISOString().slice(0, 10),
    fromAt: day(fromDays),
    toAt: day(toDays),
  });
  return { period: period(from, to), previous: period(before, from) };
}
