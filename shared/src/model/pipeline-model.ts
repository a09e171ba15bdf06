import type { DwellQuantile, Estimate } from '../contract/estimate.ts';
import type { StageExit } from '../contract/stages-report.ts';
import type { Stamp } from '../contract/stamp.ts';

/** Raised whenever the same history would give other figures. */
export const MODEL_VERSION = '1';

/**
 * What is stored of a pipeline so that any of its deals can be scored without reading another: plain JSON, some kilobytes.
 * `buildPipelineModel` makes it; `winAt`, `dwellAt` and `stalledVerdict` read it.
 */
export interface PipelineModel extends Stamp {
  readonly pipelineId: string;
  readonly horizonDays: number;
  /** Deals by the stage they are in. Parked ones are open, post-win ones won. */
  readonly deals: { readonly open: number; readonly won: number; readonly lost: number };
  /** The live stages (open and parked) with at least one visit, in display order; unlisted ones last. */
  readonly stages: readonly StageModel[];
}

export interface StageModel {
  readonly stageId: string;
  /** Visits that began, those that still run, and how many began before we could see it: those are in no duration. */
  readonly visits: number;
  readonly open: number;
  readonly late: number;
  readonly exits: readonly StageExit[];
  readonly dwell: StageDwell;
  readonly life: StageLife;
  readonly chances: StageChances;
}

/** Kaplan-Meier over the visits whose beginning is known. */
export interface StageDwell {
  readonly p10: DwellQuantile;
  readonly median: DwellQuantile;
  readonly p80: DwellQuantile;
  readonly p90: DwellQuantile;
  /** The 90 % quantile among the visits that went on (advanced, skipped or won), in days; null when fewer than needed did. */
  readonly advancedDaysP90: number | null;
  readonly advanced: number;
  readonly curve: DwellCurve;
}

/** The curve of those still there, thinned so that it is nowhere off by more than a point. Equal lengths, ascending ages. */
export interface DwellCurve {
  readonly ageMs: readonly number[];
  readonly survival: readonly number[];
  readonly logStandardError: readonly number[];
}

/** The stage's life table, by age bin from the first (see `ageBin`). */
export interface StageLife {
  readonly censored: readonly number[];
  /** By destination: the stages of the model in their order, then won, lost, elsewhere. */
  readonly exits: readonly (readonly number[])[];
}

export interface StageChances {
  /** Won within the first i half-days after entry, i = 0 … 2 × horizonDays. */
  readonly withinFromEntry: readonly number[];
  /** Won at any time, from entry; the unresolved tail is not won. */
  readonly everFromEntry: number;
  /** Share that no exit was ever seen for; of those that went on or lost by the last observed age. */
  readonly stillThereShare: number | null;
  readonly advanceShare: Estimate;
  readonly lossShare: Estimate;
  /** How many plain yes-or-no trials a chance is worth, at the beginning of each age bin: what its interval is made from. */
  readonly trialsWithin: readonly number[];
  readonly trialsEver: readonly number[];
}
