import type { DealInsights, StalledView, WinProbabilityView } from '../contract/deal-insights.ts';
import type { StageRole } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { type PipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { DealTimeline, StageVisit } from '../history/timeline.ts';
import { dwellAt } from '../model/dwell-at.ts';
import { MODEL_VERSION, type PipelineModel } from '../model/pipeline-model.ts';
import { shownChance } from '../model/shown-chance.ts';
import { stalledVerdict } from '../model/stalled-verdict.ts';
import { dealCloseWindow } from './deal-close-window.ts';
import { dealOutcomes } from './deal-outcomes.ts';
import { dealWinTrend } from './deal-win-trend.ts';
import { NOT_APPLICABLE, NOT_KNOWN, visitVerdict } from './visit-verdict.ts';
import { visitView } from './visit-view.ts';

export interface DealQuestion {
  /** As `foldDeal` tells it. */
  readonly timeline: DealTimeline;
  readonly index: PipelineIndex;
  /** Of the pipeline the deal is in; null as long as there is none. */
  readonly model: PipelineModel | null;
  readonly now: EpochMs;
}

/**
 * The card of one deal as of now: its way so far, its time in the stage against what is usual there, its chance to be won,
 * and whether it is stalled. A deal that is closed, or gone, has a way but no present. Without a model there is no figure of
 * other deals. `behind` is false: only the caller knows what the card sees.
 * @throws RangeError for a deal without a visit: there is nothing to tell.
 * @example dealInsights({ timeline: foldDeal(record, index), index, model, now }).winProbability?.withinHorizon
 */
export function dealInsights({ timeline, index, model, now }: DealQuestion): DealInsights {
  const last = timeline.visits.at(-1);
  if (last === undefined) throw new RangeError(`Deal ${timeline.dealId} has no visit.`);
  const { pipelineId, stageId } = last;
  const stage = stageView(index, stageId);
  const status = statusOf(timeline, stage.role);
  const present = status === 'open' || status === 'parked' ? last : null;
  const ageMs = Math.max(0, now - last.enteredAt);
  return {
    asOf: now,
    position: model?.position ?? {},
    modelVersion: model?.modelVersion ?? MODEL_VERSION,
    dealId: timeline.dealId,
    pipelineId,
    pipelineLabel: index.pipelines.get(pipelineId)?.label ?? pipelineId,
    status,
    stage,
    behind: false,
    recordedAt: timeline.recordedAt ?? last.enteredAt,
    figuresAt: model?.asOf ?? null,
    current: present === null ? null : currentOf(present, ageMs),
    dealAgeDays: dealAgeDays(timeline, status, now),
    usual: present === null || model === null ? null : dwellAt(model, stageId, ageMs),
    winProbability: present === null || model === null ? null : winProbability(model, stage, ageMs),
    stalled: status === 'open' ? stalledOf(last, model, ageMs) : NOT_APPLICABLE,
    visits: timeline.visits.map((visit) => visitView(visit, index, now)),
    ...NOT_TOLD,
    promotion: present === null ? null : (model?.shown?.promotion ?? null),
    ...(present !== null && model !== null && outlookOf(timeline, model, { present, now, ageMs })),
  };
}

/** What may come of a deal that is under way. */
function outlookOf(
  { visits, closeDateChanges }: DealTimeline,
  model: PipelineModel,
  { present: { stageId }, now, ageMs }: { readonly present: StageVisit; readonly now: EpochMs; readonly ageMs: number },
): Pick<DealInsights, 'outcomes' | 'closeWindow' | 'winTrend'> {
  const typedAt = closeDateChanges.at(-1)?.value ?? null;
  return {
    outcomes: dealOutcomes(model, stageId, ageMs),
    closeWindow: dealCloseWindow(model, { stageId, ageMs, typedAt, now }),
    winTrend: dealWinTrend(model, visits, now),
  };
}

const NOT_TOLD = {
  facts: null,
  headline: null,
  outcomes: null,
  closeWindow: null,
  winTrend: null,
  reasons: null,
  hints: null,
  exitCriteria: null,
  similarDeals: null,
  snooze: null,
} as const;
function statusOf({ status }: DealTimeline, role: StageRole): DealInsights['status'] {
  return status === 'live' ? role : 'deleted';
}

function currentOf({ enteredAt, visitNumber, arrival }: StageVisit, ageMs: number): DealInsights['current'] {
  return { enteredAt, ageDays: ageMs / DAY_MS, visitNumber, isAtLeast: arrival === 'late' };
}

/** From creation to now; a closed or deleted deal stops ageing when it came to where it is. */
function dealAgeDays({ createdAt, visits }: DealTimeline, status: DealInsights['status'], now: EpochMs): number {
  const last = visits.at(-1);
  const bornAt = Math.min(createdAt ?? Number.POSITIVE_INFINITY, visits[0]?.enteredAt ?? now);
  const isAlive = status === 'open' || status === 'parked';
  const until = isAlive ? now : status === 'deleted' ? (last?.exitedAt ?? now) : (last?.enteredAt ?? now);
  return Math.max(0, until - bornAt) / DAY_MS;
}

function winProbability(
  model: PipelineModel,
  { stageId, typedProbability }: DealInsights['stage'],
  ageMs: number,
): WinProbabilityView | null {
  const chance = shownChance(model, stageId, ageMs);
  if (chance === null) return null;
  const unresolvedShare = model.stages.find((each) => each.stageId === stageId)?.stillThereShare ?? null;
  return { horizonDays: model.horizonDays, ...chance, unresolvedShare, typed: typedProbability };
}

function stalledOf({ stageId, arrival }: StageVisit, model: PipelineModel | null, ageMs: number): StalledView {
  return model === null ? NOT_KNOWN : visitVerdict(stalledVerdict(model, stageId, ageMs), arrival === 'late');
}
