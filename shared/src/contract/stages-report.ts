import type { DwellQuantile, Estimate, FilteredEstimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { DayPeriod, ReportDeals, ReportHead } from './report.ts';

/** Where visits of a stage went: `stageId`, or `null` for a visit that ended without a next stage (moved, merged, deleted). */
export interface StageExit {
  readonly toStageId: string | null;
  readonly kind: 'advanced' | 'back' | 'skipped' | 'won' | 'lost' | 'moved' | 'merged' | 'deleted';
  readonly count: number;
}

export interface StageFigures {
  readonly stage: StageView;
  /** Visits that began in the stage, and how many of them are still there. */
  readonly visits: number;
  readonly open: number;
  readonly exits: readonly StageExit[];
  /** Kaplan-Meier dwell in days; open visits count as "at least this long". */
  readonly dwellDaysMedian: DwellQuantile;
  readonly dwellDaysP80: DwellQuantile;
  readonly dwellDaysP90: DwellQuantile;
  /**
   * Share of visits that went on (advanced, skipped, won), and that were lost, by the last observed age (Aalen-Johansen).
   * With `stillThereShare` and those that went back or to another pipeline they sum to 1.
   */
  readonly advanceShare: Estimate;
  readonly lossShare: Estimate;
  /** Share that no exit was ever seen for. */
  readonly stillThereShare: number | null;
  /** Measured probability from entering this stage: won within `horizonDays`, and ever (unresolved tail counted as not won). */
  readonly winWithinHorizon: Estimate;
  readonly winEver: Estimate;
  /** Visits that began in the period, and those that ended in it. */
  readonly entered: number;
  readonly left: number;
  readonly inProgress: StageInProgress;
  readonly conversions: StageConversions;
  /** Mean dwell of the period up to `upToDays`, by Kaplan-Meier; the period before; and the difference. */
  readonly dwellDaysMean: Estimate;
  readonly dwellDaysMeanBefore: Estimate;
  readonly dwellDaysDifference: Estimate;
  /** Of visits that enter the stage, the share that is lost from it within `upToDays` (Aalen-Johansen, of the period). */
  readonly lossIncidence: Estimate;
  /** Lost of the visits that ended in the period, and in the one before. */
  readonly lostOfLeft: Estimate;
  readonly lostOfLeftBefore: Estimate;
  /** Of all time that deals spent in the period, the share spent here. */
  readonly timeShare: Estimate;
  /** How long visits last on the portal's working clock; null in reports from before this was told. */
  readonly workingTime: StageWorkingTime | null;
  readonly typed: TypedAgainstWon;
  readonly bottleneck: StageBottleneckView;
}

/**
 * Dwell without nights, weekends and holidays, as the calendar of the settings has them. In hours, so that it is never taken
 * for calendar days; Kaplan-Meier like these. Visits that began over five years ago are in no figure: `notCovered`.
 */
export interface StageWorkingTime {
  readonly hoursMedian: DwellQuantile;
  readonly hoursP80: DwellQuantile;
  readonly hoursP90: DwellQuantile;
  readonly notCovered: number;
}

/** Deals in the stage at the bounds of the period, on average over it, and whether they become more over the last weeks. */
export interface StageInProgress {
  readonly atStart: number;
  readonly atEnd: number;
  readonly mean: number;
  readonly verdict: 'filling' | 'draining' | 'no-clear-change' | 'insufficient';
  /** Deals a week. */
  readonly perWeek: Estimate;
  /** Of the deals at the end of the period: sum and mean of the known amounts, and how many have none. */
  readonly amount: number;
  readonly amountMean: number | null;
  readonly withoutAmount: number;
}

/**
 * Three answers to "how many go on?", of the deals that first entered the stage in the period. The first two count deals that
 * still wait as not converted yet, the third as waiting.
 */
export interface StageConversions {
  readonly entered: number;
  readonly stillWaiting: number;
  /** Of those that had been in every open stage before: reached the very next one (from the last one: won). Null: no open stage. */
  readonly allStages: Estimate | null;
  /** Of all of them: reached any later stage, or the win, by whatever way. */
  readonly anyStage: Estimate;
  /** Of all of them: the share that will have done so once those that wait end like the others (Aalen-Johansen). */
  readonly enteredCohort: Estimate;
}

/** The probability that somebody typed for the stage, against what became of the deals that entered it. */
export interface TypedAgainstWon {
  readonly typed: number | null;
  /** Measured below or above what was typed, in both of the last two quarters that can be judged. */
  readonly verdict: 'below' | 'above' | 'not-distinguishable' | 'insufficient';
  /** Oldest first. */
  readonly cohorts: readonly TypedCohort[];
}

export interface TypedCohort extends DayPeriod {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly left: number;
  /** Won of those that closed; and of those that are closed or open. */
  readonly winShare: Estimate;
  readonly winShareIfOpenAreLost: Estimate;
}

/** Against the period before, corrected for all stages and both questions. */
export interface StageBottleneckView {
  /** Null: the stage is none. */
  readonly reason: 'slower' | 'more-losses' | 'slower-and-more-losses' | null;
  readonly dwell: 'slower' | 'faster' | 'no-clear-change' | 'insufficient';
  readonly losses: 'more' | 'fewer' | 'no-clear-change' | 'insufficient';
  /** It takes clearly more of the deals' time than any other stage. */
  readonly takesMostTime: boolean;
}

/** Answer of `GET /v1/pipelines/{id}/stages`. */
export interface StagesReport extends Omit<ReportHead, 'deals'> {
  readonly horizonDays: number;
  /** Dwell of the period counts up to here. */
  readonly upToDays: number;
  readonly deals: ReportDeals & { readonly open: number; readonly won: number; readonly lost: number };
  readonly stages: readonly StageFigures[];
  /** Null where no filter leaves deals out, and in reports from before this was told. */
  readonly filtered: readonly FilteredStage[] | null;
}

/** How the chosen deals fare in a stage in the period, told of few deals too: drawn towards all deals of the stage. */
export interface FilteredStage {
  readonly stageId: string;
  /** Visits of theirs that ended in the period. */
  readonly left: number;
  /** Of these the share that led on. `from` and `n`: whose visits that mostly rests on. */
  readonly ledOnShare: FilteredEstimate;
  /** How fast they leave against all deals of the stage at the same ages: 1.2 is a fifth faster. */
  readonly pace: FilteredEstimate;
}
