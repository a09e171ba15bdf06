import type { Estimate, Insufficient } from '../contract/estimate.ts';
import { AGE_EDGES_MS, ageBin } from './age-bins.ts';
import { chanceEstimate } from './chance-estimate.ts';
import { endsAfter } from './destinations.ts';
import { evidenceAt } from './evidence-at.ts';
import { longerChances } from './longer-chances.ts';
import type { PipelineModel, StageModel } from './pipeline-model.ts';
import { type ChainedChances, chanceAt, everAt } from './win-chances.ts';
import { type StageHazards, stageHazards } from './stage-hazards.ts';
import { ENOUGH_FOLLOWED } from './stage-sample.ts';
import { STEP_MS } from './wins-within.ts';

/** The chance to be won, of a deal that is in a stage at an age. */
export interface StageChance {
  /** Within the model's horizon from now. */
  readonly withinHorizon: Estimate;
  /** At any time; who is never resolved is not won. */
  readonly ever: Estimate;
  /** Within the horizon from entering the stage. */
  readonly atEntry: Estimate;
  /** At any time, from entering the stage. */
  readonly everAtEntry: Estimate;
}

/** What `winAt` tells of a model, by stage and age. */
export type ChanceAt = (stageId: string, ageMs: number) => StageChance | null;

/**
 * How likely is a deal to be won that has been in a stage for so long? By the life table of all visits that were still
 * there at that age; `n` is how many. Insufficient with fewer than 20 visits watched for the whole horizon, or when no way
 * from the stage was ever seen to end. Null for a
 * stage that the model does not know (nobody was ever there, or it is closed).
 * @example winAt(model, 'proposal', 14 * DAY_MS)?.withinHorizon // { kind: 'estimate', value: 0.31, low: 0.27, … }
 */
export function winAt(model: PipelineModel, stageId: string, ageMs: number): StageChance | null {
  return chancesIn(model)(stageId, ageMs);
}

/**
 * `winAt` for many deals of one model: what depends on the stage alone is worked out once.
 * @example const chanceOf = chancesIn(model); deals.map(({ stageId, ageMs }) => chanceOf(stageId, ageMs))
 */
export function chancesIn(model: PipelineModel): ChanceAt {
  return byStage(model, (known) => {
    if (known.kind === 'insufficient')
      return () => ({ withinHorizon: known, ever: known, atEntry: known, everAtEntry: known });
    const entered = estimatesAt(known, 0);
    return (ageMs) => ({
      ...estimatesAt(known, Math.max(0, ageMs)),
      atEntry: entered.withinHorizon,
      everAtEntry: entered.ever,
    });
  });
}

/** What `winAt` tells of being won at any time. */
export type EverAt = (stageId: string, ageMs: number) => Pick<StageChance, 'ever' | 'everAtEntry'> | null;

/** `chancesIn` for who does not ask about the horizon: a tenth of the work. */
export function eversIn(model: PipelineModel): EverAt {
  return byStage(model, (known) => {
    if (known.kind === 'insufficient') return () => ({ ever: known, everAtEntry: known });
    const everAtEntry = everEstimateAt(known, 0);
    return (ageMs) => ({ ever: everEstimateAt(known, Math.max(0, ageMs)), everAtEntry });
  });
}

/** A stage of which enough is known. */
interface KnownStage {
  readonly kind: 'known';
  readonly stage: StageModel;
  readonly hazards: StageHazards;
  readonly chained: ChainedChances;
}

/** What depends on the stage alone is worked out when it is first asked about. */
function byStage<T>(model: PipelineModel, make: (known: KnownStage | Insufficient) => (ageMs: number) => T) {
  const chained = chainedOf(model);
  const stages = new Map<string, ((ageMs: number) => T) | null>();
  return (stageId: string, ageMs: number): T | null => {
    let atAge = stages.get(stageId);
    if (atAge === undefined) {
      const stage = model.stages.find((each) => each.stageId === stageId);
      atAge = stage === undefined ? null : make(knownStage(stage, chained));
      stages.set(stageId, atAge);
    }
    return atAge?.(ageMs) ?? null;
  };
}

function knownStage(stage: StageModel, chained: ChainedChances): KnownStage | Insufficient {
  const { followed, ever } = stage.chances;
  if (followed < ENOUGH_FOLLOWED || ever === null)
    return { kind: 'insufficient', n: ever === null ? 0 : followed, needed: ENOUGH_FOLLOWED };
  return { kind: 'known', stage, hazards: stageHazards(stage.drawn?.life ?? stage.life), chained };
}

/**
 * The chance to be won within other horizons than the model's: 60 and 90 days, or to the end of the fiscal quarter. As `winAt`
 * in all else; the interval is that of the horizon or of ever, whichever is the less sure.
 * @example winWithinAt(model, 'proposal', 14 * DAY_MS, [60, 90])?.[0] // { kind: 'estimate', value: 0.35, … }
 */
export function winWithinAt(
  model: PipelineModel,
  stageId: string,
  ageMs: number,
  days: readonly number[],
): readonly Estimate[] | null {
  const place = model.stages.findIndex((each) => each.stageId === stageId);
  const [stage, chance] = [model.stages[place], winAt(model, stageId, ageMs)];
  if (stage === undefined || chance === null) return null;
  const fromMs = Math.max(0, ageMs);
  const { trialsWithin, trialsEver } = stage.chances;
  const trials = Math.min(trialsAt(trialsWithin, fromMs), trialsAt(trialsEver, fromMs));
  return days.map((horizon): Estimate => {
    const { ever } = chance;
    if (ever.kind === 'insufficient') return ever;
    const chances = longerChances(model, horizon);
    const hazards = chances.hazards[place];
    const value = hazards === undefined || horizon <= 0 ? 0 : chanceAt(hazards, chances, fromMs).within;
    return chanceEstimate(value, { trials, n: ever.n, from: ever.from });
  });
}

function chainedOf({ stages }: PipelineModel): ChainedChances {
  return {
    ends: endsAfter(stages.length),
    stepMs: STEP_MS,
    steps: (stages[0]?.chances.within.length ?? 1) - 1,
    within: stages.map(({ chances }) => chances.within),
    ever: stages.map(({ chances }) => chances.ever),
  };
}

function estimatesAt(known: KnownStage, ageMs: number) {
  const { within, ever } = chanceAt(known.hazards, known.chained, ageMs);
  const { trialsWithin, trialsEver } = known.stage.chances;
  const evidence = evidenceAt(known.stage, known.hazards, ageMs);
  return {
    withinHorizon: chanceEstimate(within, { trials: trialsAt(trialsWithin, ageMs), ...evidence }),
    ever: chanceEstimate(ever, { trials: trialsAt(trialsEver, ageMs), ...evidence }),
  };
}

function everEstimateAt(known: KnownStage, ageMs: number): Estimate {
  const trials = trialsAt(known.stage.chances.trialsEver, ageMs);
  return chanceEstimate(everAt(known.hazards, known.chained, ageMs), {
    trials,
    ...evidenceAt(known.stage, known.hazards, ageMs),
  });
}

/** Linear between the bin edges for which the trials are known; those of the last edge hold for every later age. */
function trialsAt(trials: readonly number[], ageMs: number): number {
  const bin = Math.min(ageBin(ageMs), trials.length - 1);
  const [here, next] = [trials[bin] ?? 1, trials[bin + 1]];
  if (next === undefined) return here;
  const [from, to] = [AGE_EDGES_MS[bin] ?? 0, AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY];
  return here + ((next - here) * (ageMs - from)) / (to - from);
}
