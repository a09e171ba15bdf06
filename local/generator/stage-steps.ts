import { DAY_MS } from '@deal-stage-insights/shared';
import { quarterEndPull, workingTime } from './calendar.ts';
import { dwellDaysAt, type PipelineModel, type StageModel, type Way, waysOf } from './pipeline-model.ts';
import { pickByShare, type Random } from './random.ts';
import type { PlantedFaults, PortalTruth } from './truth.ts';

export interface StageStep {
  readonly at: number;
  readonly stageId: string;
  readonly sourceType: string;
}

export interface StageWay {
  readonly model: PipelineModel;
  readonly merit: number;
  readonly createdAt: number;
  readonly endsAt: number;
  /** Nothing but the chain: no working hours, no quarter ends. */
  readonly isPure: boolean;
  readonly bulkMove: PlantedFaults['bulkMove'];
  readonly slowStage: PlantedFaults['slowStage'];
  readonly actions: PortalTruth['actions'];
  /** Null: the deal goes every stage of its way. */
  readonly skips: PlantedFaults['skippedStage'];
}

const MAX_STEPS = 60;
const BY_PERSON = ['CRM_UI', 'CRM_UI', 'CRM_UI', 'CRM_UI', 'MOBILE_IOS', 'INTEGRATION'];

/** Walks a deal through its chain up to `endsAt`; the first step is its creation. */
export function stageSteps(way: StageWay, random: Random): readonly StageStep[] {
  const first = pickByShare(
    random,
    Object.entries(way.model.entry).map(([stageId, share]) => ({ stageId, share })),
  );
  const steps: StageStep[] = [{ at: way.createdAt, stageId: first.stageId, sourceType: bySomeone(random) }];
  while (steps.length < MAX_STEPS) {
    const here = steps.at(-1);
    const stage = way.model.stages.find(({ stageId }) => stageId === here?.stageId);
    if (here === undefined || stage === undefined) break;
    const next = bulkMoved(nextSteps(stage, here.at, way, random), here, way);
    if (next[0] === undefined || next[0].at > way.endsAt) break;
    steps.push(...next);
  }
  return steps;
}

/** Where the deal goes from a stage and when: one step, or two at one instant, or none for good. */
function nextSteps(stage: StageModel, enteredAt: number, way: StageWay, random: Random): readonly StageStep[] {
  let left = random();
  const drawn = waysOf(stage, way.merit).find(({ probability }) => (left -= probability) < 0);
  if (drawn === undefined) return [];
  const taken = drawn.toStageId === way.skips?.stageId ? { ...drawn, toStageId: way.skips.toStageId } : drawn;
  const at = exitInstant(paced(taken, stage, { enteredAt, way }), enteredAt, way, random);
  const sourceType = taken.isAutomatic === true ? 'AUTOMATION_PLATFORM' : bySomeone(random);
  const passed = taken.passes === undefined ? [] : [{ at, stageId: taken.passes, sourceType }];
  return [...passed, { at, stageId: taken.toStageId, sourceType }];
}

/** The way out as it is once the stage has become slow, or something was done about it. */
function paced(
  taken: Way,
  { stageId }: StageModel,
  { enteredAt, way: { model, slowStage, actions } }: { readonly enteredAt: number; readonly way: StageWay },
): Way {
  const changes = [...(slowStage === null ? [] : [slowStage]), ...actions].filter(
    (each) => each.pipelineId === model.pipelineId && each.stageId === stageId && enteredAt >= each.fromAt,
  );
  return changes.length === 0
    ? taken
    : { ...taken, days: changes.reduce((days, each) => days * each.factor, taken.days) };
}

function exitInstant(taken: Way, enteredAt: number, { model, isPure }: StageWay, random: Random): number {
  const at = Math.ceil(enteredAt + dwellDaysAt(taken, random()) * DAY_MS);
  if (isPure || taken.isAutomatic === true) return at;
  const to = model.stages.find(({ stageId }) => stageId === taken.toStageId);
  const isWin = to?.isClosed === true && to.probability === 1;
  return workingTime(isWin ? quarterEndPull(at, enteredAt, random) : at, random);
}

/** A workflow once moved everything at one instant that had been in a stage for long. */
function bulkMoved(next: readonly StageStep[], here: StageStep, { model, bulkMove }: StageWay): readonly StageStep[] {
  if (bulkMove === null || bulkMove.pipelineId !== model.pipelineId || bulkMove.fromStageId !== here.stageId)
    return next;
  const isThere =
    here.at <= bulkMove.at - bulkMove.afterDays * DAY_MS && (next[0]?.at ?? Number.POSITIVE_INFINITY) > bulkMove.at;
  return isThere ? [{ at: bulkMove.at, stageId: bulkMove.toStageId, sourceType: 'AUTOMATION_PLATFORM' }] : next;
}

function bySomeone(random: Random): string {
  return BY_PERSON[Math.floor(random() * BY_PERSON.length)] ?? 'CRM_UI';
}
