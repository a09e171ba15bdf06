import type { DealInsights } from '../contract/deal-insights.ts';
import type { EpochMs } from '../history/instant.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import type { DealTimeline } from '../history/timeline.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';

export interface DealQuestion {
  /** As `foldDeal` tells it. */
  readonly timeline: DealTimeline;
  readonly index: PipelineIndex;
  /** Of the pipeline the deal is in; null as long as there is none. */
  readonly model: PipelineModel | null;
  readonly now: EpochMs;
}

/**
 * The card of one deal. `behind` is false: only the caller knows what the card sees.
 * @throws RangeError for a deal without a visit: there is nothing to tell.
 */
export function dealInsights({ timeline }: DealQuestion): DealInsights {
  throw new RangeError(`Deal ${timeline.dealId} has no visit.`);
}
