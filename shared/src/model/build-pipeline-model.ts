import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { Position } from '../contract/stamp.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { chanceEstimate } from './chance-estimate.ts';
import { chanceTrials } from './chance-trials.ts';
import { countDeals } from './count-deals.ts';
import { destinationsOf } from './destinations.ts';
import { firstExits } from './first-exits.ts';
import { forwardFrom, type Numbering } from './forward-from.ts';
import { stageLife } from './life-table.ts';
import { MODEL_VERSION, type PipelineModel, type StageModel } from './pipeline-model.ts';
import { ENOUGH_EXITS_FOR_DWELL, stageDwell } from './stage-dwell.ts';
import { stageExits } from './stage-exits.ts';
import { stageSamples } from './stage-sample.ts';
import { winChances } from './win-chances.ts';
import { STEP_MS } from './wins-within.ts';

export interface ModelInputs {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** What happened later does not count. */
  readonly asOf: EpochMs;
  readonly horizonDays: number;
  readonly seed: number;
  /** What the table was made from. */
  readonly position: Position;
}

/**
 * Measures a pipeline: how long visits of each stage last, where they go, and what that makes of the chance to win. Open
 * visits count as "at least this long". Equal inputs give equal bytes; the order of the deals in the table does not matter.
 *
 * Durations and shares are exact (Kaplan-Meier, Aalen-Johansen); chances come from the life table, whose wide age bins
 * smooth them. An empty table gives a model without stages.
 * @example buildPipelineModel({ table, pipeline, asOf, horizonDays: 30, seed: 1, position: {} }).stages[0]?.dwell.median
 */
export function buildPipelineModel(inputs: ModelInputs): PipelineModel {
  const { table, pipeline, asOf, horizonDays, position } = inputs;
  const index = pipelineIndex([pipeline]);
  const destinations = destinationsOf(pipeline, table.stageIds);
  return {
    modelVersion: MODEL_VERSION,
    pipelineId: pipeline.pipelineId,
    asOf,
    position,
    horizonDays,
    deals: countDeals(table, (stageId) => stageView(index, stageId).role, asOf),
    stages: stageModels(inputs, { index, destinations }),
    shown: null,
  };
}

function stageModels({ table, asOf, horizonDays, seed }: ModelInputs, numbering: Numbering): readonly StageModel[] {
  const { index, destinations } = numbering;
  const samples = stageSamples(table, destinations, { asOf, horizonMs: horizonDays * DAY_MS });
  const lives = samples.map((sample) => stageLife(sample, destinations.count));
  const forward = destinations.liveStageIds.map((stageId) => forwardFrom(stageId, numbering));
  const chances = winChances(lives, destinations, {
    steps: Math.ceil((horizonDays * DAY_MS) / STEP_MS),
    stepMs: STEP_MS,
  });
  const groups = forward.map((ahead) => [ahead, new Set([destinations.lost])]);
  const trials = chanceTrials({ lives, destinations, chances, groups, random: seededRandom(seed) });
  const exits = stageExits(table, index, asOf);
  return destinations.liveStageIds.flatMap((stageId, i): StageModel[] => {
    const [sample, life, own] = [samples[i], lives[i], trials[i]];
    const [ahead, lost] = groups[i] ?? [];
    if (sample === undefined || life === undefined || own === undefined || !ahead || !lost) return [];
    const curve = aalenJohansen(sample, destinations.count);
    const leaving = firstExits(curve);
    const dwell = stageDwell(curve, (cause) => ahead.has(cause));
    const share = (group: ReadonlySet<number>, groupTrials = 1): Estimate =>
      dwell.exits < ENOUGH_EXITS_FOR_DWELL
        ? { kind: 'insufficient', n: dwell.exits, needed: ENOUGH_EXITS_FOR_DWELL }
        : chanceEstimate(Math.min(1, sumOver(leaving?.exits ?? new Float64Array(0), group)), {
            trials: groupTrials,
            n: dwell.n,
          });
    return [
      {
        stageId,
        visits: sample.visits,
        open: sample.open,
        late: sample.late,
        exits: exits.get(stageId) ?? [],
        dwell,
        life,
        advanceShare: share(ahead, own.exits[0]),
        lossShare: share(lost, own.exits[1]),
        stillThereShare: dwell.n === 0 ? null : (leaving?.unresolved ?? null),
        chances: {
          followed: sample.followed,
          within: Array.from(chances.within[i] ?? [], (chance) => Number(chance.toFixed(5))),
          ever: chances.ever[i] ?? null,
          trialsWithin: own.within,
          trialsEver: own.ever,
        },
      },
    ];
  });
}

function sumOver(shares: Float64Array, group: ReadonlySet<number>): number {
  return shares.reduce((sum, share, k) => sum + (group.has(k) ? share : 0), 0);
}
