import type { DayPeriod, ReportDeals, ReportHead } from '../contract/report.ts';
import { keptWith } from '../history/kept-with.ts';
import type { ReportQuestion } from './report-question.ts';

/**
 * What every report begins with: whose deals, which period, as of when, and how many deals are left out of what.
 * @example { ...reportHead(question), stages }
 */
export function reportHead(question: ReportQuestion): ReportHead {
  const { pipeline, account, calendar, filters, stamp } = question;
  return {
    asOf: stamp.asOf,
    position: stamp.position,
    modelVersion: stamp.modelVersion,
    pipelineId: pipeline.pipelineId,
    label: pipeline.label,
    currency: account.currency,
    timeZone: account.timeZone,
    period: daysOnly(calendar.period),
    previous: daysOnly(calendar.previous),
    filters,
    deals: dealCounts(question),
  };
}

/** The days of a period without its instants: what an answer shows. */
export function daysOnly({ fromDay, toDay }: DayPeriod): DayPeriod {
  return { fromDay, toDay };
}

/** Rows of a deal are adjacent and in order of time: its first row says whether it was known by then. */
const dealCounts = keptWith(({ table, amounts, filteredOut, stamp }: ReportQuestion): ReportDeals => {
  let [counted, withoutAmount, notConverted] = [0, 0, 0];
  for (let row = 0; row < table.length; row += 1) {
    const deal = table.deal[row] ?? 0;
    const isFirst = row === 0 || table.deal[row - 1] !== deal;
    if (!isFirst || !((table.enteredAt[row] ?? Number.NaN) <= stamp.asOf)) continue;
    counted += 1;
    if (amounts.notConverted[deal] === 1) notConverted += 1;
    else if (Number.isNaN(amounts.values[deal])) withoutAmount += 1;
  }
  return { counted, withoutAmount, notConverted, filteredOut, deleted: table.deletedDeals };
});
