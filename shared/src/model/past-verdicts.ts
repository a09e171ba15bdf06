import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { pipelineIndex } from '../history/pipeline-index.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { destinationsOf } from './destinations.ts';
import { drawnLivesAt } from './drawn-lives.ts';
import { forwardFrom } from './forward-from.ts';
import { stageLife } from './life-table.ts';
import { stageDwell } from './stage-dwell.ts';
import { type StageSample, stageSamples } from './stage-sample.ts';
import { type StallEvidence, type VerdictAt, verdictOn } from './stalled-verdict.ts';
import { ENOUGH_FOLLOWED } from './stage-sample.ts';
import { stageWays } from './stage-ways.ts';
import { everAt, winChances } from './win-chances.ts';
import { STEP_MS } from './wins-within.ts';

export interface PastQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly at: EpochMs;
  readonly horizonDays: number;
}

/**
 * The verdicts of `stalledVerdict` as they would have been at an instant in the past, from what was known then: the same
 * figures without the intervals of a whole model, which take ten times as long.
 * @example pastVerdicts({ table, pipeline, at: monday, horizonDays: 30 })('proposal', 40 * DAY_MS).verdict // 'stalled'
 */
export function pastVerdicts({ table, pipeline, at, horizonDays }: PastQuestion): VerdictAt {
  const [index, destinations] = [pipelineIndex([pipeline]), destinationsOf(pipeline, table.stageIds)];
  const horizonMs = horizonDays * DAY_MS;
  const samples = stageSamples(table, destinations, { asOf: at, horizonMs });
  const lives = samples.map((sample) => stageLife(sample, destinations.count));
  const own = { lives, followed: Uint32Array.from(samples, ({ followed }) => followed) };
  const known = drawnLivesAt(own, destinations, stageWays(destinations, pipeline));
  const chances = winChances(known.lives, destinations, { steps: Math.ceil(horizonMs / STEP_MS), stepMs: STEP_MS });
  const stages = destinations.liveStageIds.map((stageId, stage) => {
    const [sample, hazards] = [samples[stage], chances.hazards[stage]];
    const ahead = forwardFrom(stageId, { index, destinations });
    const isKnown = (known.followed[stage] ?? 0) >= ENOUGH_FOLLOWED && (chances.ever[stage] ?? null) !== null;
    const everOf = (ageMs: number): number => (hazards === undefined ? 0 : everAt(hazards, chances, ageMs));
    const atEntry = once(() => everOf(0));
    return {
      ...exitsOf(sample, ahead),
      advancedDaysP90: once(() => slowestAdvance(sample, destinations.count, ahead)),
      chanceAt: (ageMs: number) => (isKnown ? { now: everOf(Math.max(0, ageMs)), atEntry: atEntry() } : null),
    };
  });
  return (stageId, ageMs) => {
    const stage = stages[destinations.liveStageIds.indexOf(stageId)];
    return verdictOn(ageMs, stage === undefined ? NOTHING : { ...stage, chance: stage.chanceAt(ageMs) });
  };
}

const NOTHING: StallEvidence = { exits: 0, advanced: 0, chance: null, advancedDaysP90: () => null };

function exitsOf(
  sample: StageSample | undefined,
  ahead: ReadonlySet<number>,
): Pick<StallEvidence, 'exits' | 'advanced'> {
  let [exits, advanced] = [0, 0];
  for (const event of sample?.event ?? []) {
    if (event > 0) exits += 1;
    if (ahead.has(event - 1)) advanced += 1;
  }
  return { exits, advanced };
}

function slowestAdvance(sample: StageSample | undefined, causes: number, ahead: ReadonlySet<number>): number | null {
  if (sample === undefined) return null;
  return stageDwell(aalenJohansen(sample, causes), (cause) => ahead.has(cause)).advancedDaysP90;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
