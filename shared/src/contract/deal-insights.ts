import type {
  CloseWindowView,
  DealFacts,
  ExitCriteriaView,
  HeadlineView,
  OutcomesByDay,
  ReasonView,
  SimilarDeal,
  SnoozeView,
  WinTrendPoint,
} from './deal-coaching.ts';
import type { DwellQuantile, Estimate } from './estimate.ts';
import type { Hint } from './hints.ts';
import type { Promotion } from './promotion.ts';
import type { StageView } from './pipelines.ts';
import type { Stamp } from './stamp.ts';

export type ArrivalKind = 'entered' | 'late' | 'restored';
export type ExitKind = 'advanced' | 'back' | 'skipped' | 'won' | 'lost' | 'moved' | 'merged' | 'deleted';
export type ChangeOrigin = 'person' | 'workflow' | 'import' | 'api' | 'merge' | 'unknown';

/** One stay of the deal in one stage, `[enteredAt, exitedAt)`. */
export interface VisitView {
  readonly stage: StageView;
  readonly enteredAt: number;
  /** null while the deal is still there. */
  readonly exitedAt: number | null;
  readonly dwellDays: number;
  readonly arrival: ArrivalKind;
  readonly exit: ExitKind | null;
  readonly origin: ChangeOrigin;
  /** 1 for the first visit of this stage, 2 for the first return, … */
  readonly visitNumber: number;
  /** True when the visit began by a move to an earlier stage. */
  readonly isRegression: boolean;
  /** Zero-length pass through a stage. */
  readonly isSkip: boolean;
}

/** What is usual for visits of the deal's current stage. */
export interface UsualDwell {
  readonly dwellDaysMedian: DwellQuantile;
  readonly dwellDaysP10: DwellQuantile;
  readonly dwellDaysP80: DwellQuantile;
  readonly dwellDaysP90: DwellQuantile;
  /** Share of visits that were over by the deal's present age in the stage. */
  readonly shareOverByNow: Estimate;
  readonly visits: number;
  readonly openVisits: number;
}

export interface WinProbabilityView {
  readonly horizonDays: number;
  /** Won within `horizonDays` of now, given that the deal is still in its stage at its present age. */
  readonly withinHorizon: Estimate;
  /** Won at any time; the never-resolved tail counts as not won. */
  readonly ever: Estimate;
  /** The same as `withinHorizon` on the day the deal entered the stage. */
  readonly atEntry: Estimate;
  /** The same as `ever` on the day the deal entered the stage. */
  readonly everAtEntry: Estimate;
  /** Share of visits of this stage that no exit was ever seen for. */
  readonly unresolvedShare: number | null;
  /** The probability an admin typed for the stage in HubSpot. */
  readonly typed: number | null;
}

export interface StalledView {
  readonly verdict: 'stalled' | 'on-track' | 'insufficient' | 'not-applicable';
  /** Which rule spoke: probability fallen below a share of its value at entry, or age beyond a quantile of dwell. */
  readonly rule: 'probability-drop' | 'dwell-quantile' | 'none';
  /** The two numbers of the verdict: what it is now, and what it is held against. Probabilities, or days, as `rule` says. */
  readonly now: number | null;
  readonly reference: number | null;
  /** `now` below (probability) or above (days) this is stalled. */
  readonly threshold: number | null;
  readonly n: number;
}

/** Answer of `GET /v1/deals/{dealId}/insights`. */
export interface DealInsights extends Stamp {
  readonly dealId: string;
  readonly pipelineId: string;
  readonly pipelineLabel: string;
  readonly status: 'open' | 'parked' | 'won' | 'lost' | 'post-win' | 'deleted';
  readonly stage: StageView;
  /** The record is older than what the card sees on the page; a fresh read is on its way: ask again soon. */
  readonly behind: boolean;
  /** When the deal was last read from HubSpot and found to differ (epoch ms), and when the figures of the pipeline were made. */
  readonly recordedAt: number;
  readonly figuresAt: number | null;
  /** The running visit; null for a deal in a closed stage. */
  readonly current: {
    readonly enteredAt: number;
    readonly ageDays: number;
    readonly visitNumber: number;
    /** True when the entry is older than what history shows: "at least this long". */
    readonly isAtLeast: boolean;
  } | null;
  readonly dealAgeDays: number;
  readonly usual: UsualDwell | null;
  readonly winProbability: WinProbabilityView | null;
  readonly stalled: StalledView;
  /** Oldest first. */
  readonly visits: readonly VisitView[];

  // Null from here on: an API that does not know the field yet, or a deal that is closed or has no figures.

  readonly facts: DealFacts | null;
  readonly headline: HeadlineView | null;
  /** By ascending days. */
  readonly outcomes: readonly OutcomesByDay[] | null;
  readonly closeWindow: CloseWindowView | null;
  readonly winTrend: readonly WinTrendPoint[] | null;
  /** The weightiest first. */
  readonly reasons: readonly ReasonView[] | null;
  /** At most three, the most valuable first. */
  readonly hints: readonly Hint[] | null;
  /** Of the stage the deal is in; null also where settings have none for it. */
  readonly exitCriteria: ExitCriteriaView | null;
  readonly similarDeals: readonly SimilarDeal[] | null;
  readonly snooze: SnoozeView | null;
  /**
   * Whether `winProbability` is the life table's, which knows the deal's age in the stage, or the plain rate of the stage, and
   * why. With `shows: 'stage-rate'` its chances of now and at entry are the same. Null also: not judged, it is the life table's.
   */
  readonly promotion: Promotion | null;
}
