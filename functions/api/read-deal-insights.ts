import {
  type DealInsights,
  type DealTimeline,
  dealInsights,
  foldDeal,
  type PipelineIndex,
  type StageVisit,
} from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import { requireDealReader } from './access.ts';
import type { ApiDeps } from './deps.ts';
import type { Viewer } from './viewer.ts';
import type { ReadModel } from './warm-models.ts';

/** What the card asks for; pipeline and stage are those it sees on the page, when it says so. */
export interface InsightsQuestion {
  readonly dealId: string;
  readonly pipeline?: string | undefined;
  readonly stage?: string | undefined;
}

export type InsightsDeps = Pick<ApiDeps, 'dealStore' | 'ingestQueue' | 'clock'> & {
  readonly readIndex: () => Promise<PipelineIndex>;
  readonly readModel: ReadModel;
  readonly readViewer: () => Promise<Viewer>;
};

/**
 * The insight card of a deal, as of now. Everything is read at once: one round trip, as long as the deal is in the pipeline
 * that the card sees. When the record says otherwise than the card, or there is none, a read at HubSpot is queued.
 */
export async function readDealInsights(deps: InsightsDeps, question: InsightsQuestion): Promise<DealInsights> {
  const [record, index, viewer, seenModel] = await Promise.all([
    deps.dealStore.readDeal(question.dealId),
    deps.readIndex(),
    deps.readViewer(),
    question.pipeline === undefined ? null : deps.readModel(question.pipeline),
  ]);
  const timeline = record === null ? null : foldDeal(record, index);
  const last = timeline?.visits.at(-1);
  if (timeline === null || last === undefined || timeline.status === 'merged')
    throw await notFound(deps, question.dealId, timeline);
  const behind = isBehind(last, question);
  // A refusal too: the owner may have changed with the stage, and the deal be the viewer's by now.
  if (behind) await deps.ingestQueue.sendDeals([question.dealId], 'card');
  requireDealReader(viewer, last.ownerId);
  const model = last.pipelineId === question.pipeline ? seenModel : await deps.readModel(last.pipelineId);
  return { ...dealInsights({ timeline, index, model, now: deps.clock.now() }), behind };
}

function isBehind({ stageId, pipelineId }: StageVisit, { stage, pipeline }: InsightsQuestion): boolean {
  return (stage !== undefined && stage !== stageId) || (pipeline !== undefined && pipeline !== pipelineId);
}

/** A deal we know nothing of is read at HubSpot now; of one that is gone for good we say so. */
async function notFound(deps: InsightsDeps, dealId: string, timeline: DealTimeline | null): Promise<AppError> {
  if (timeline?.status === 'erased') return new AppError('not-found', 'This deal was erased here.');
  if (timeline?.status === 'merged') {
    return new AppError('not-found', `This deal was merged into deal ${timeline.mergedIntoDealId ?? 'unknown'}.`);
  }
  await deps.ingestQueue.sendDeals([dealId], 'card');
  return new AppError('not-found', 'This deal is not known here yet. It is being read from HubSpot: ask again soon.');
}
