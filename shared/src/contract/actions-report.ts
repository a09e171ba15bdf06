import type { Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { DayPeriod, ReportHead } from './report.ts';
import type { ActionAim } from './settings.ts';

/** Answer of `GET /v1/pipelines/{id}/actions`: what was done about stages, the newest first, and what came after it. */
export interface ActionsReport extends ReportHead {
  readonly actions: readonly ActionEffect[];
}

/** The stage before and after a corrective action, and the pipeline's other stages in the same time. Names no cause. */
export interface ActionEffect {
  readonly actionId: string;
  readonly stage: StageView;
  readonly day: string;
  readonly done: string;
  readonly aim: ActionAim;
  /** Whole days that have passed since, of those that are looked at: the two windows are of this length. */
  readonly days: number;
  readonly daysInAll: number;
  readonly before: ActionWindow;
  readonly after: ActionWindow;
  /**
   * After against before. Of `conversion`: difference of the shares (0.05: 5 points more go on); of `dwell`: relative change of
   * the mean (-0.2: a fifth shorter). The interval holds however often one looks while days pass: it is wide at first.
   */
  readonly change: Estimate;
  readonly placebo: ActionPlacebo;
  /** What the stage changed beyond the other stages: the difference of the differences, of `dwell` the ratio of the ratios less 1. */
  readonly beyondPlacebo: Estimate;
  readonly verdict: ActionVerdict;
  /** The stage was a bottleneck in the 90 days before: what is unusual is often less so afterwards, whatever is done. */
  readonly wasBottleneck: boolean;
  /** Other actions recorded for this stage within the days looked at: what came of which cannot be told apart. */
  readonly alsoRecorded: number;
}

/** `insufficient`: too little to tell yet. */
export type ActionVerdict = 'improved' | 'worsened' | 'no-difference-detectable' | 'insufficient';

/** Of `conversion` the share of visits that go on (0–1), of `dwell` the mean days in the stage; both within 90 days. */
export interface ActionWindow extends DayPeriod {
  readonly figure: Estimate;
}

/** The pipeline's other stages in which nothing was recorded for these days, taken together. */
export interface ActionPlacebo {
  readonly stageIds: readonly string[];
  readonly change: Estimate;
}
