import { finite, nullable, object, text } from './decode.ts';
import { stampFields } from './decode-stamp.ts';
import type { AmountBand, DayPeriod, ReportDeals, ReportFilters, SegmentFilter } from './report.ts';

/** The fields of a `DayPeriod`, to be spread into the decoder of what has one. */
export const dayPeriodFields = { fromDay: text, toDay: text } as const;

const dayPeriod = object<DayPeriod>(dayPeriodFields);
export const reportFilters = object<ReportFilters>({
  fromDay: nullable(text),
  toDay: nullable(text),
  asOfDay: nullable(text),
  owner: nullable(text),
  team: nullable(text),
  dealType: nullable(text),
  source: nullable(text),
  amountBand: nullable(object<AmountBand>({ from: nullable(finite), to: nullable(finite) })),
  segment: nullable(object<SegmentFilter>({ property: text, value: text })),
});
/** The fields of `ReportDeals`, to be spread into the decoder of what counts more. */
export const reportDealFields = {
  counted: finite,
  withoutAmount: finite,
  notConverted: finite,
  filteredOut: finite,
  deleted: finite,
} as const;
const deals = object<ReportDeals>(reportDealFields);

/** The fields of a `ReportHead`, to be spread into the decoder of a report. */
export const reportHeadFields = {
  ...stampFields,
  pipelineId: text,
  label: text,
  currency: text,
  timeZone: text,
  period: dayPeriod,
  previous: dayPeriod,
  filters: reportFilters,
  deals,
} as const;
