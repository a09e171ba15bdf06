import type { VelocityFigures, VelocityReport, VelocityTrend } from '../contract/velocity-report.ts';
import { daysOnly, reportHead } from './report-head.ts';
import type { CalendarPeriod, ReportQuestion } from './report-question.ts';
import type { SeriesTrend } from './series-trend.ts';
import { type PeriodVelocity, velocityInputs, velocityOver } from './velocity.ts';

/**
 * How much does the pipeline earn a day, in the period and in the one before it, which factor made the difference, and how
 * did it go month by month? Definitions: `velocity`.
 * @example velocityReport(question).change?.verdict // 'slower'
 */
export function velocityReport(question: ReportQuestion): VelocityReport {
  const { table, pipeline, calendar, amounts, stamp } = question;
  const inputs = velocityInputs({ table, pipeline, asOf: stamp.asOf, amounts: amounts.values });
  const compared = velocityOver(inputs, [calendar.previous, calendar.period]);
  const monthly = velocityOver(inputs, calendar.months);
  const { trends } = monthly;
  return {
    ...reportHead(question),
    now: figures(calendar.period, compared.periods[1]),
    before: figures(calendar.previous, compared.periods[0]),
    change: compared.change,
    months: calendar.months.map((month, place) => figures(month, monthly.periods[place])),
    trends: {
      velocity: trendOf(trends.velocity),
      openDeals: trendOf(trends.openDeals),
      winRate: trendOf(trends.winRate),
      wonValue: trendOf(trends.wonValue),
      cycleDays: trendOf(trends.cycleDays),
    },
  };
}

/** Periods of a report are over by its instant, so that none is left out. */
function figures(days: CalendarPeriod, found: PeriodVelocity | undefined): VelocityFigures {
  if (found === undefined) throw new RangeError('A period that is not over has no velocity.');
  const { period: _period, logVariance: _logVariance, ...rest } = found;
  return { ...daysOnly(days), ...rest };
}

function trendOf({ verdict, perPeriod, n }: SeriesTrend): VelocityTrend {
  return { verdict, perMonth: perPeriod, n };
}
