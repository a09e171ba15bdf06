import type { ExitKind } from './deal-insights.ts';
import type { Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { DayPeriod, ReportHead } from './report.ts';

/** Answer of `GET /v1/pipelines/{id}/transitions`: where deals went from each stage, where they went back, where they were lost. */
export interface TransitionsReport extends ReportHead {
  readonly now: TransitionCounts;
  readonly before: TransitionCounts;
  /** Moves of the period, by stage left and stage entered, in display order. */
  readonly moves: readonly TransitionCell[];
  /** The live stages in display order: what came back there, and what that cost. */
  readonly rework: readonly StageRework[];
  /** Of all time that deals spent in live stages in the period, the share spent in stages they had been in before. */
  readonly reworkShare: Estimate;
  /** The losses of the period, by the last live stage: in display order. */
  readonly lossesByStage: readonly StageLosses[];
  /** And by the reason that was given, the most frequent first. */
  readonly lossesByReason: readonly ReasonLosses[];
}

export interface TransitionCounts extends DayPeriod {
  /** Moves out of live stages; of them, over a stage, and back to an earlier one. */
  readonly moves: number;
  readonly skips: number;
  readonly regressions: number;
  /** Moves into a live stage that the deal had been in before. */
  readonly reentries: number;
  readonly dealsWithReentry: number;
  /** Days spent in such repeated visits, over all deals. */
  readonly reworkDays: number;
  readonly lost: number;
}

export interface TransitionCell {
  readonly from: StageView;
  /** Null: the deal went to another pipeline, was merged or was deleted. */
  readonly to: StageView | null;
  readonly kind: ExitKind;
  readonly count: number;
  /** Of all moves out of `from` in the period. */
  readonly share: Estimate;
  /** Days in `from` before the move, the middle one; null where no beginning is known. */
  readonly dwellDaysMedian: number | null;
  readonly cell: string;
}

export interface StageRework {
  readonly stage: StageView;
  readonly reentries: number;
  readonly deals: number;
  readonly days: number;
  readonly cell: string;
}

export interface StageLosses {
  readonly stage: StageView;
  readonly lost: number;
  /** Of the visits of this stage that ended in the period. */
  readonly shareOfLeft: Estimate;
  /** Of what has a known amount. */
  readonly amount: number;
  readonly withoutAmount: number;
  readonly cell: string;
}

export interface ReasonLosses {
  /** As the record says now; null: none was given. */
  readonly reason: string | null;
  readonly lost: number;
  /** Of the losses of the period. */
  readonly share: Estimate;
  readonly amount: number;
  readonly withoutAmount: number;
  readonly cell: string;
}
