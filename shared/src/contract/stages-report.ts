import type { DwellQuantile, Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { Stamp } from './stamp.ts';

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
}

/** Answer of `GET /v1/pipelines/{id}/stages`. */
export interface StagesReport extends Stamp {
  readonly pipelineId: string;
  readonly label: string;
  readonly horizonDays: number;
  readonly deals: { readonly open: number; readonly won: number; readonly lost: number; readonly deleted: number };
  readonly stages: readonly StageFigures[];
}
