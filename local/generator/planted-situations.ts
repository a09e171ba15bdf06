import { FOREIGN } from './amounts.ts';
import { PULLED_SHARE } from './calendar.ts';
import { TYPED_AHEAD_DAYS } from './close-dates.ts';
import { type PipelineModel, waysOf } from './pipeline-model.ts';
import type { PipelineTruth, PortalTruth, Situation } from './truth.ts';

interface Planted extends Omit<PortalTruth, 'situations' | 'actions'> {
  readonly models: readonly PipelineModel[];
  readonly isPure: boolean;
}

/** Typed further from the truth than this: mis-typed. */
const MISTYPED_BY = 0.15;
/** Of the visits of a stage that never end, or go back: from here on it is worth a word. */
const WORTH_A_WORD = 0.05;

/** What there is to find in a portal, read off what it is made from. */
export function plantedSituations(planted: Planted): readonly Situation[] {
  const { models, pipelines, faults, isPure } = planted;
  const inChain = pipelines.flatMap((truth) => {
    const model = models.find(({ pipelineId }) => pipelineId === truth.pipelineId);
    return model === undefined ? [] : [...mistyped(model, truth), ...zombies(truth), ...loops(model)];
  });
  const people = [...weakReps(planted), ...badSources(planted)];
  if (isPure) return [...people, ...inChain];
  const { slowStage, skippedStage, bulkMove, importAt, departure } = faults;
  return [
    ...people,
    ...inChain,
    ...(slowStage === null ? [] : [{ kind: 'slow-stage', ...slowStage } as const]),
    ...(skippedStage === null ? [] : [skipped(skippedStage)]),
    ...(bulkMove === null ? [] : [bulk(bulkMove)]),
    ...(importAt === null ? [] : [{ kind: 'bulk-import', at: importAt } as const]),
    ...(departure === null ? [] : [{ kind: 'owner-change', ...departure } as const]),
    ...Object.entries(TYPED_AHEAD_DAYS).map(
      ([pipelineId, typedAheadDays]) => ({ kind: 'pushed-dates', pipelineId, typedAheadDays }) as const,
    ),
    { kind: 'quarter-end', share: PULLED_SHARE },
    { kind: 'currency-mix', ...FOREIGN },
  ];
}

/** The weakest of each pipeline's team. */
function weakReps({ owners, pipelines }: Planted): readonly Situation[] {
  return pipelines.flatMap(({ pipelineId }) => {
    const [weakest] = owners.filter((owner) => owner.pipelineId === pipelineId).toSorted((a, b) => a.merit - b.merit);
    return weakest === undefined ? [] : [{ kind: 'weak-rep', ...weakest } as const];
  });
}

function badSources({ sources }: Planted): readonly Situation[] {
  const [worst] = [...sources].sort((a, b) => a.merit - b.merit);
  return worst === undefined ? [] : [{ kind: 'bad-source', source: worst.source, merit: worst.merit }];
}

function mistyped({ pipelineId, stages }: PipelineModel, truth: PipelineTruth): readonly Situation[] {
  return truth.stages.flatMap(({ stageId, winProbability: measured }) => {
    const typed = stages.find((stage) => stage.stageId === stageId)?.probability ?? measured;
    const isOff = Math.abs(typed - measured) > MISTYPED_BY;
    return isOff ? [{ kind: 'mis-typed', pipelineId, stageId, typed, measured } as const] : [];
  });
}

function zombies({ pipelineId, stages }: PipelineTruth): readonly Situation[] {
  return stages
    .filter(({ neverExitsShare }) => neverExitsShare > WORTH_A_WORD)
    .map(({ stageId, neverExitsShare: share }) => ({ kind: 'zombies', pipelineId, stageId, share }) as const);
}

/** Ways back to a stage displayed before, of deals of average merit. */
function loops({ pipelineId, stages }: PipelineModel): readonly Situation[] {
  const open = stages.filter(({ isClosed }) => !isClosed);
  return open.flatMap((stage, place) =>
    waysOf(stage, 0)
      .filter(({ toStageId }) => open.findIndex(({ stageId }) => stageId === toStageId) < place)
      .filter(({ toStageId, probability }) => isOpen(open, toStageId) && probability > WORTH_A_WORD)
      .map(({ toStageId: backToStageId, probability: share }) => {
        const { stageId } = stage;
        return { kind: 're-entry-loop', pipelineId, stageId, backToStageId, share } as const;
      }),
  );
}

function isOpen(open: PipelineModel['stages'], stageId: string): boolean {
  return open.some((stage) => stage.stageId === stageId);
}

function skipped({ pipelineId, stageId, share, merit }: NonNullable<PortalTruth['faults']['skippedStage']>): Situation {
  return { kind: 'skipped-stage', pipelineId, stageId, share, merit };
}

function bulk({ at, pipelineId, fromStageId: stageId }: NonNullable<PortalTruth['faults']['bulkMove']>): Situation {
  return { kind: 'bulk-move', pipelineId, stageId, at };
}
