import type { Estimate } from '../contract/estimate.ts';
import type { Promotion } from '../contract/promotion.ts';
import type { StageExit } from '../contract/stages-report.ts';
import type { Stamp } from '../contract/stamp.ts';
import type { DrawnLife, StageLife } from './life-table.ts';
import type { StageDwell } from './stage-dwell.ts';

/** Raised whenever the same history would give other figures. */
export const MODEL_VERSION = '1';

/**
 * What is stored of a pipeline so that any of its deals can be scored without reading another: plain JSON, some kilobytes.
 * `buildPipelineModel` makes it from what had happened by `asOf`; `winAt`, `dwellAt` and `stalledVerdict` read it.
 */
export interface PipelineModel extends Stamp {
  readonly pipelineId: string;
  readonly horizonDays: number;
  /** Deals by the stage they are in. Parked ones are open, post-win ones won. */
  readonly deals: { readonly open: number; readonly won: number; readonly lost: number };
  /** The live stages (open and parked) that history mentions, in display order; those not listed any more come last. */
  readonly stages: readonly StageModel[];
  /** Null: nobody has held these chances against what came. They are then as the life table has them. */
  readonly shown: ShownChances | null;
}

/** What cards show for a chance within the horizon: the life table's, or in its stead the plain rate of the stage. */
export interface ShownChances {
  readonly promotion: Promotion;
  readonly stageRates: readonly StageRate[];
}

/** Won within the horizon, of the deals that waited in the stage on past days, at whatever age. */
export interface StageRate {
  readonly stageId: string;
  readonly within: Estimate;
}

export interface StageModel {
  readonly stageId: string;
  /** Visits that began, those that still run, and those that began before we could see it: these are in no duration. */
  readonly visits: number;
  readonly open: number;
  readonly late: number;
  readonly exits: readonly StageExit[];
  readonly dwell: StageDwell;
  /** By destination: the stages of the model in their order, then won, lost, elsewhere. */
  readonly life: StageLife;
  /** What chances rest on in its stead where the stage has few visits (see `drawnLives`); null: on its own. */
  readonly drawn: DrawnLife | null;
  /** Shares of all visits with a known beginning: those that went on, were lost, and were never seen to leave. */
  readonly advanceShare: Estimate;
  readonly lossShare: Estimate;
  readonly stillThereShare: number | null;
  readonly chances: StageChances;
}

export interface StageChances {
  /** Visits that could be watched for the whole horizon, where the stage borrows those of the stage that most is known of: below 20 no chance is told. */
  readonly followed: number;
  /** Won within i half-days after entering the stage, i = 0 … 2 × horizonDays. */
  readonly within: readonly number[];
  /** Won at any time after entering; never-resolved visits are not won. Null: no end was ever reached from here. */
  readonly ever: number | null;
  /** How many yes-or-no trials a chance is worth (see `chanceTrials`), at the beginning of each age bin. */
  readonly trialsWithin: readonly number[];
  readonly trialsEver: readonly number[];
}

/** The life tables that the chances of a model's stages rest on. */
export function livesOf({ stages }: PipelineModel): readonly StageLife[] {
  return stages.map(({ life, drawn }) => drawn?.life ?? life);
}
