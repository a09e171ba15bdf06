import type { TrackPoint } from '../contract/forecast-report.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { DayPeriod, ReportFilters } from '../contract/report.ts';
import type { CorrectiveAction, CriteriaSettings } from '../contract/settings.ts';
import type { FlagQuality } from '../contract/stalled-report.ts';
import type { Target } from '../contract/settings.ts';
import type { Snooze } from '../contract/deal-notes.ts';
import type { Stamp } from '../contract/stamp.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import type { OpeningSpans } from '../history/working-time.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';
import type { ConvertedAmounts } from './converted-amounts.ts';
import type { ForecastDay } from './chance-backtest.ts';
import type { JudgedChances } from './judged-chances.ts';
import type { Period } from './period.ts';
import type { PipelineRates } from './pipeline-rates.ts';

/** The one input of every report: a report is a pure function of it. */
export interface ReportQuestion {
  /** The visits of the deals that the filters let through, with what comes after the stamp's instant: `knownVisits` leaves it out. */
  readonly table: VisitBlock;
  /** The same without filters. */
  readonly unfiltered: VisitBlock;
  readonly pipeline: PipelineView;
  /** What was counted of the portal's other pipelines, in the night: a pipeline of few deals borrows from them. */
  readonly others: readonly PipelineRates[];
  /** Of this table and instant. Asked for, because it costs more than most reports, and few need it. */
  readonly model: () => PipelineModel;
  /** How its chances fared, of the same deals. Asked for: it makes the model anew for each past day. */
  readonly judged: () => JudgedChances;
  /** The model that cards are made with, of all deals whatever the filters: a deal is told the same everywhere. Asked for. */
  readonly shownModel: () => PipelineModel;
  /** What "stalled" by that model was worth in the past, of all deals as well. Asked for. */
  readonly flagQuality: () => FlagQuality | null;
  readonly account: { readonly timeZone: string; readonly currency: string };
  readonly calendar: ReportCalendar;
  /** When somebody is at work, over the last five years. Asked for: few reports need it. */
  readonly openingSpans: () => OpeningSpans;
  readonly amounts: ConvertedAmounts;
  /** The headline: chances and forecasts are of so many days from now. */
  readonly horizonDays: number;
  /** What the team expects of its stages. */
  readonly criteria: CriteriaSettings;
  /** Deals that wait with reason, by deal id: those whose last day is not over on the report's day. */
  readonly snoozes: ReadonlyMap<string, Snooze>;
  /** Totals that were really said and kept, of which the horizon has passed; ascending. */
  readonly frozenTotals: readonly TrackPoint[];
  /** Of the pipeline, or of the team that is asked about; none where other filters choose the deals. */
  readonly targets: readonly Target[];
  /** Of the pipeline's teams, whatever the filters. */
  readonly teamTargets: readonly Target[];
  /** Recorded for the pipeline's stages, up to the report's day and after it. */
  readonly actions: readonly DatedAction[];
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
  /** Fiscal ones. */
  readonly quarters: readonly CalendarPeriod[];
  /** The Mondays up to the report's instant, oldest first: what would have been said on each? */
  readonly mondays: readonly ForecastDay[];
  readonly ahead: CalendarAhead;
}

/** A corrective action with the days that are looked at around it. */
export interface DatedAction extends CorrectiveAction {
  /** Equally long: as many days as have passed since, and at most `daysInAll`. */
  readonly before: CalendarPeriod;
  readonly after: CalendarPeriod;
  readonly days: number;
  readonly daysInAll: number;
  /** The whole length up to the day, and as long before that: had the stage become a bottleneck? */
  readonly upToDay: Period;
  readonly beforeThat: Period;
}

/** What a forecast looks forward to. */
export interface CalendarAhead {
  /** The day of the report's instant, and that instant. */
  readonly today: ForecastDay;
  /** The running month and the two after it, then the running fiscal quarter and the one after it. */
  readonly periods: readonly NamedPeriod[];
  /** Along the running quarter, week by week and to its end. */
  readonly fan: readonly ForecastDay[];
}

export interface NamedPeriod extends CalendarPeriod {
  readonly kind: 'rolling' | 'month' | 'quarter';
  /** `YYYY-MM`, of a quarter `YYYY-Qn`. */
  readonly key: string;
}

/** A period in days, and in instants. */
export interface CalendarPeriod extends DayPeriod, Period {}
