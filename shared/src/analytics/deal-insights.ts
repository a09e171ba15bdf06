import type { DealInsights } from '../contract/deal-insights.ts';
import type { Position } from '../contract/stamp.ts';
import type { EpochMs } from '../history/instant.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import type { DealTimeline } from '../history/timeline.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';

export interface DealQuestion {
  /** As `foldDeal` tells it. */
  readonly timeline: DealTimeline;
  readonly index: PipelineIndex;
  /** Of the pipeline the deal is in (`pipelineOf`); null as long as there is none. */
  readonly model: PipelineModel | null;
  readonly now: EpochMs;
  readonly position: Position;
  readonly behind: boolean;
}

/** The card of one deal. Null when there is nothing to tell: erased, or never seen in a stage. */
export function dealInsights(question: DealQuestion): DealInsights | null {
  return question.timeline.visits.length === 0 ? null : null;
}

/** The pipeline that the deal is in, or was last; null for a deal without a visit. */
export function pipelineOf({ visits }: DealTimeline): string | null {
  return visits.at(-1)?.pipelineId ?? null;
}
