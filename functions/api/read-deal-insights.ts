import {
  type CoachingFigures,
  type CoachingQuestion,
  coachDeal,
  type DealInsights,
  type DealTimeline,
  dealInsights,
  foldDeal,
  type PipelineIndex,
  type PipelineModel,
  type StageVisit,
} from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import { requireDealReader } from './access.ts';
import type { ApiDeps } from './deps.ts';
import type { DealNotes } from '../ports/deal-notes-store.ts';
import type { SettingsState } from '../ports/settings-store.ts';
import { dismissedIn, snoozeIn, tasksIn } from './deal-notes.ts';
import type { Viewer } from './viewer.ts';
import type { ReadReport } from './warm-reports.ts';

/** What the card asks for; pipeline and stage are those it sees on the page, when it says so. */
export interface InsightsQuestion {
  readonly dealId: string;
  readonly pipeline?: string | undefined;
  readonly stage?: string | undefined;
}

export type InsightsDeps = Pick<ApiDeps, 'dealStore' | 'dealNotes' | 'ingestQueue' | 'clock'> & {
  readonly readIndex: () => Promise<PipelineIndex>;
  readonly readModel: ReadReport<PipelineModel>;
  readonly readFigures: ReadReport<CoachingFigures>;
  readonly readSettings: () => Promise<SettingsState>;
};

type ReadViewer = () => Promise<Viewer>;

/** A deal with all that is said of it. */
export interface LoadedDeal {
  readonly coaching: CoachingQuestion;
  readonly notes: DealNotes;
  readonly settings: SettingsState;
  readonly behind: boolean;
}

/** The insight card of a deal, as of now. */
export async function readDealInsights(
  deps: InsightsDeps,
  question: InsightsQuestion,
  readViewer: ReadViewer,
): Promise<DealInsights> {
  const { coaching, behind } = await loadDeal(deps, question, readViewer);
  return { ...coaching.insights, ...coachDeal(coaching), behind };
}

/**
 * Reads everything at once: one round trip, as long as the deal is in the pipeline that the card sees. When the record says
 * otherwise than the card, or there is none, a read at HubSpot is queued. Throws where the deal is not open to the viewer.
 */
export async function loadDeal(
  deps: InsightsDeps,
  question: InsightsQuestion,
  readViewer: ReadViewer,
): Promise<LoadedDeal> {
  const [record, notes, index, settings, viewer, seen] = await Promise.all([
    deps.dealStore.readDeal(question.dealId),
    deps.dealNotes.read(question.dealId),
    deps.readIndex(),
    deps.readSettings(),
    readViewer(),
    question.pipeline === undefined ? null : readPipeline(deps, question.pipeline),
  ]);
  const timeline = record === null ? null : foldDeal(record, index);
  const last = timeline?.visits.at(-1);
  if (timeline === null || last === undefined || timeline.status === 'merged')
    throw await notFound(deps, question.dealId, timeline);
  const behind = isBehind(last, question);
  // A refusal too: the owner may have changed with the stage, and the deal be the viewer's by now.
  if (behind) await deps.ingestQueue.sendDeals([question.dealId], 'card');
  requireDealReader(viewer, last.ownerId);
  const { pipelineId } = last;
  const [model, figures] =
    seen !== null && pipelineId === question.pipeline ? seen : await readPipeline(deps, pipelineId);
  const now = deps.clock.now();
  const coaching: CoachingQuestion = {
    insights: dealInsights({ timeline, index, model, now }),
    timeline,
    index,
    model,
    figures,
    now,
    criteria: settings.criteria.value,
    rules: settings.rules.value,
    readerOwnerId: viewer.ownerId,
    showsOtherDeals: viewer.visibility.dealInsights === 'everyone' || viewer.sees === 'all',
    snooze: snoozeIn(notes, now, figures?.timeZone ?? 'UTC'),
    dismissed: dismissedIn(notes),
    tasks: tasksIn(notes),
  };
  return { coaching, notes, settings, behind };
}

function readPipeline({ readModel, readFigures }: InsightsDeps, pipelineId: string) {
  return Promise.all([readModel(pipelineId), readFigures(pipelineId)]);
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
