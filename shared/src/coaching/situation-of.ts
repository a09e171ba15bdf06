import type { ExitCriteriaView } from '../contract/deal-coaching.ts';
import type { DealInsights } from '../contract/deal-insights.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { openStageIds, type PipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { DealTimeline, StageVisit } from '../history/timeline.ts';
import { closeWindowAt } from '../model/close-window-at.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';
import { dealFacts } from './deal-facts.ts';
import type { CoachingFigures } from './coaching-figures.ts';
import { amountBand, type Mark, skipMarks } from './features.ts';
import type { Situation } from './situation.ts';

export interface SituationInputs {
  readonly insights: Pick<DealInsights, 'dealId' | 'status' | 'stage' | 'usual' | 'winProbability' | 'stalled'>;
  readonly timeline: DealTimeline;
  readonly index: PipelineIndex;
  readonly model: PipelineModel | null;
  readonly figures: CoachingFigures | null;
  readonly exitCriteria: (facts: Situation['facts'], visit: StageVisit) => ExitCriteriaView | null;
  readonly now: EpochMs;
}

/** Puts together what rules look at; null for a deal without a visit. */
export function situationOf(inputs: SituationInputs): Situation | null {
  const { insights, timeline, index, model, figures, now } = inputs;
  const { dealId, status, stage, usual, winProbability, stalled } = insights;
  const visit = timeline.visits.at(-1);
  if (visit === undefined) return null;
  const facts = dealFacts(timeline, { currency: figures?.currency ?? null, now });
  const isPresent = status === 'open' || status === 'parked';
  const ageMs = Math.max(0, now - visit.enteredAt);
  return {
    dealId,
    status,
    stage,
    usual,
    winProbability,
    stalled,
    now,
    visit,
    ageDays: ageMs / DAY_MS,
    visits: timeline.visits,
    isFirstStage: (index.stages.get(stage.stageId)?.openRank ?? 0) === 0,
    facts,
    closeWindow: isPresent && model !== null ? closeWindowAt(model, stage.stageId, ageMs) : null,
    figures,
    stageFigures: figures?.stages.find(({ stageId }) => stageId === stage.stageId) ?? null,
    exitCriteria: isPresent ? inputs.exitCriteria(facts, visit) : null,
    marks: marksOfDeal(inputs, facts),
    labelOf: (stageId) => stageView(index, stageId).label,
  };
}

/** As `markCells` tells them of past deals: as of the first entry into the stage. */
function marksOfDeal({ timeline, index, insights, figures }: SituationInputs, facts: Situation['facts']): Mark[] {
  const { visits } = timeline;
  const first = visits.findIndex(({ stageId }) => stageId === insights.stage.stageId);
  const enteredAt = visits[first]?.enteredAt ?? 0;
  const way = visits.slice(0, first + 1).map(({ stageId }) => stageId);
  const pipelineId = visits[first]?.pipelineId ?? '';
  const owners = new Set(
    timeline.ownerChanges.filter(({ at, value }) => at <= enteredAt && value !== '').map((change) => change.value),
  );
  const last = visits.at(-2);
  const band = amountBand(facts.amount?.amount ?? Number.NaN, figures?.thirds ?? null);
  const marks: Mark[] = [
    { feature: 'one-contact', value: null, has: facts.contacts === 1 },
    { feature: 'large-amount', value: null, has: band === 'large' },
    { feature: 'small-amount', value: null, has: band === 'small' },
    ...skipMarks(way, openStageIds(index.pipelines.get(pipelineId)?.stages ?? [])),
    { feature: 'handed-over', value: null, has: owners.size > 1 },
    { feature: 'came-back', value: null, has: last !== undefined && kindOf(last, index) === 'back' },
  ];
  if (facts.source !== null) marks.push({ feature: 'source', value: facts.source, has: true });
  if (facts.dealType !== null) marks.push({ feature: 'deal-type', value: facts.dealType, has: true });
  return marks;
}

function kindOf({ exit, stageId, toStageId }: StageVisit, index: PipelineIndex): string {
  return exit === 'transition' && toStageId !== null ? exitKindOf(stageId, toStageId, index) : exit;
}
