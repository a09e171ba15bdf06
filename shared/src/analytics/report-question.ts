import type { PipelineView } from '../contract/pipelines.ts';
import type { DayPeriod, ReportFilters } from '../contract/report.ts';
import type { Stamp } from '../contract/stamp.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';
import type { ConvertedAmounts } from './converted-amounts.ts';
import type { ForecastDay } from './chance-backtest.ts';
import type { JudgedChances } from './judged-chances.ts';
import type { Period } from './period.ts';

/** The one input of every report: a report is a pure function of it. */
export interface ReportQuestion {
  /** The visits of the deals that the filters let through, with what comes after the stamp's instant: `knownVisits` leaves it out. */
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  /** Of this table and instant. Asked for, because it costs more than most reports, and few need it. */
  readonly model: () => PipelineModel;
  /** How its chances fared, of the same deals. Asked for: it makes the model anew for each past day. */
  readonly judged: () => JudgedChances;
  readonly account: { readonly timeZone: string; readonly currency: string };
  readonly calendar: ReportCalendar;
  readonly amounts: ConvertedAmounts;
  readonly filters: ReportFilters;
  readonly filteredOut: number;
  readonly stamp: Stamp;
}

/** Boundaries of the portal's time zone, made where time zones are known. */
export interface ReportCalendar {
  readonly period: CalendarPeriod;
  /** As long, just before it. */
  readonly previous: CalendarPeriod;
  /** Those that are over by the report's instant, oldest first. */
  readonly months: readonly CalendarPeriod[];
  readonly weeks: readonly CalendarPeriod[];
  /** The Mondays up to the report's instant, oldest first: what would have been said on each? */
  readonly mondays: readonly ForecastDay[];
}

/** A period in days, and in instants. */
export interface CalendarPeriod extends DayPeriod, Period {}
