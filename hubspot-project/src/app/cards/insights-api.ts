import { type DealInsights, parseDealInsights } from '@deal-stage-insights/shared';
import { type Answer, askApi, pathOf } from '@deal-stage-insights/ui';

/** The deal, and the stage the rep sees on the page: the API compares it with what it has recorded. */
export interface Question {
  readonly dealId: string;
  readonly pipelineId: string | null;
  readonly stageId: string | null;
}

/** Asks for the insights of a deal. Whatever happens is an answer: this never throws. */
export const askInsights = (apiBaseUrl: unknown, question: Question): Promise<Answer<DealInsights>> =>
  askApi(apiBaseUrl, {
    path: pathOf`/v1/deals/${question.dealId}/insights`,
    query: { pipeline: question.pipelineId, stage: question.stageId },
    parse: parseDealInsights,
  });
