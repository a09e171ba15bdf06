import type { Stamp } from './stamp.ts';

/** The reports of a pipeline, `GET /v1/pipelines/{id}/{report}`. */
export const REPORT_NAMES = [
  'overview',
  'stages',
  'transitions',
  'velocity',
  'flow',
  'forecast',
  'stalled',
  'reps',
  'hygiene',
  'sources',
  'calibration',
  'coaching',
  'changes',
  'actions',
  'focus',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** `[fromDay, toDay)`, `YYYY-MM-DD` in the portal's time zone. */
export interface DayPeriod {
  readonly fromDay: string;
  readonly toDay: string;
}

/** Which deals a report is asked about. All that are given hold at once; null: any. */
export interface DealFilters {
  /** The owner as of the report's instant. */
  readonly owner: string | null;
  readonly team: string | null;
  /** These have no history at HubSpot: they are as now, also in a report for a past day. */
  readonly dealType: string | null;
  readonly source: string | null;
  /** In the company's currency, as of the report's instant. A deal of unknown amount is in no band. */
  readonly amountBand: AmountBand | null;
  readonly segment: SegmentFilter | null;
}

/** `[from, to)`, major units; null: no limit on that side. */
export interface AmountBand {
  readonly from: number | null;
  readonly to: number | null;
}

/** One of the deal properties that an admin named as segments. */
export interface SegmentFilter {
  readonly property: string;
  readonly value: string;
}

/** What a report may be asked; null: what is stored (the last 90 days, as of today, all deals). */
export interface ReportFilters extends DealFilters {
  readonly fromDay: string | null;
  readonly toDay: string | null;
  /** The figures as they stood at the beginning of this day. */
  readonly asOfDay: string | null;
}

/** Deals that the figures rest on, and those that are left out. */
export interface ReportDeals {
  /** Known by the report's instant, after filters. */
  readonly counted: number;
  /** Of these, deals that are in no sum of money: no amount, or a foreign currency without a rate of its own. */
  readonly withoutAmount: number;
  readonly notConverted: number;
  /** Deals that the filters left out. */
  readonly filteredOut: number;
  /** Deleted at HubSpot: in no figure, whatever the filters. */
  readonly deleted: number;
}

/** What every report begins with. */
export interface ReportHead extends Stamp {
  readonly pipelineId: string;
  readonly label: string;
  /** Of every amount: the company's, ISO 4217. */
  readonly currency: string;
  /** IANA name: of every day. */
  readonly timeZone: string;
  readonly period: DayPeriod;
  /** Of the same length, just before it: what is compared with. */
  readonly previous: DayPeriod;
  readonly filters: ReportFilters;
  readonly deals: ReportDeals;
}
