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
import { drawnLives, followedBehind, stageWays } from './drawn-lives.ts';
import { firstExits } from './first-exits.ts';
import { forwardFrom, type Numbering } from './forward-from.ts';
import { stageLife } from './life-table.ts';
import { MODEL_VERSION, type PipelineModel, type StageModel } from './pipeline-model.ts';
import { ENOUGH_EXITS_FOR_DWELL, stageDwell } from './stage-dwell.ts';
import { stageExits } from './stage-exits.ts';
import { type StageSample, stageSamples } from './stage-sample.ts';
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

/** What stages with few visits borrow, the chances that this makes, and how sure they are; shares are told of own visits alone. */
function chancesOf(
  samples: readonly StageSample[],
  { pipeline, horizonDays, seed }: ModelInputs,
  numbering: Numbering,
) {
  const { destinations } = numbering;
  const lives = samples.map((sample) => stageLife(sample, destinations.count));
  const followed = Uint32Array.from(samples, (sample) => sample.followed);
  const ways = stageWays(destinations, pipeline);
  const drawn = drawnLives({ lives, followed }, destinations, ways);
  const used = lives.map((life, i) => drawn[i]?.life ?? life);
  const grid = { steps: Math.ceil((horizonDays * DAY_MS) / STEP_MS), stepMs: STEP_MS };
  const chances = winChances(used, destinations, grid);
  const groups = destinations.liveStageIds.map((stageId) => [
    forwardFrom(stageId, numbering),
    new Set([destinations.lost]),
  ]);
  const asked = { destinations, groups, random: seededRandom(seed) };
  const isDrawn = drawn.map((each) => each !== null);
  const trials = chanceTrials({ ...asked, lives: used, chances, isDrawn });
  const ownTrials = isDrawn.includes(true)
    ? chanceTrials({ ...asked, lives, chances: winChances(lives, destinations, grid), isDrawn: [] })
    : trials;
  return { lives, drawn, followed: followedBehind(followed, drawn, ways), chances, groups, trials, ownTrials };
}

function stageModels(inputs: ModelInputs, numbering: Numbering): readonly StageModel[] {
  const { table, asOf, horizonDays } = inputs;
  const { index, destinations } = numbering;
  const samples = stageSamples(table, destinations, { asOf, horizonMs: horizonDays * DAY_MS });
  const { lives, drawn, followed, chances, groups, trials, ownTrials } = chancesOf(samples, inputs, numbering);
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
        drawn: drawn[i] ?? null,
        advanceShare: share(ahead, ownTrials[i]?.exits[0]),
        lossShare: share(lost, ownTrials[i]?.exits[1]),
        stillThereShare: dwell.n === 0 ? null : (leaving?.unresolved ?? null),
        chances: {
          followed: followed[i] ?? 0,
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
