/** How deals of a pipeline really behave: a semi-Markov chain. Everything the product should find out again. */
export interface PipelineModel {
  readonly pipelineId: string;
  readonly label: string;
  /** Of all deals; the shares of all pipelines sum to 1. */
  readonly share: number;
  /** Log-normal: median in company currency, standard deviation of the logarithm. */
  readonly amount: { readonly median: number; readonly spread: number };
  /** Where deals begin, by stage id; sums to 1. */
  readonly entry: Readonly<Record<string, number>>;
  /** In display order. */
  readonly stages: readonly StageModel[];
}

export interface StageModel {
  readonly stageId: string;
  readonly label: string;
  /** As an admin typed it. */
  readonly probability: number;
  readonly isClosed: boolean;
  /** Ways out by stage id. What is missing to 1 never leaves: zombies, or the end of the way. */
  readonly way: Readonly<Record<string, WayOut>>;
}

export interface WayOut {
  /** Of the visits of a deal of average merit. */
  readonly share: number;
  /** Weibull dwell of the visits that go this way: median in days, and shape (1: constant hazard, above: rising). */
  readonly days: number;
  readonly shape: number;
  /** 1: good owners and sources go this way more often; -1: less often; 0: merit plays no part. */
  readonly merit: 1 | 0 | -1;
  /** Made by a workflow, at any hour. */
  readonly isAutomatic?: boolean;
  /** A stage that is passed at the same instant: a visit of no length. */
  readonly passes?: string;
}

export interface Way extends WayOut {
  readonly toStageId: string;
  /** Probability for a deal of the given merit. */
  readonly probability: number;
}

/**
 * The ways out of a stage for a deal of some merit (log-odds; 0: average). A way's weight is `share · exp(merit · way.merit)`;
 * staying for good weighs `1 - Σ share`, times `exp(-merit)`, because merit also keeps deals from being forgotten. At the end
 * of the way (no ways out) nothing leaves.
 */
export function waysOf(stage: StageModel, merit: number): readonly Way[] {
  const ways = Object.entries(stage.way);
  const stay = 1 - ways.reduce((sum, [, { share }]) => sum + share, 0);
  const stays = stage.isClosed ? stay : stay * Math.exp(-merit);
  const weights = ways.map(([, way]) => way.share * Math.exp(merit * way.merit));
  const total = weights.reduce((sum, weight) => sum + weight, stays);
  return ways.map(([toStageId, way], place) => ({ ...way, toStageId, probability: (weights[place] ?? 0) / total }));
}

/** Weibull with the given median: share that took at most `days`. */
export function shareWithin({ days: median, shape }: WayOut, days: number): number {
  return days <= 0 ? 0 : 1 - 0.5 ** ((days / median) ** shape);
}

/** The dwell in days at which a share `u` of the visits is over. */
export function dwellDaysAt({ days: median, shape }: WayOut, u: number): number {
  return median * (Math.log(1 - u) / Math.log(0.5)) ** (1 / shape);
}
