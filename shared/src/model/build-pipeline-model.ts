import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { Position } from '../contract/stamp.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { type PipelineIndex, pipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { chanceEstimate } from './chance-estimate.ts';
import { chanceTrials } from './chance-trials.ts';
import { countDeals } from './count-deals.ts';
import { destinationsOf } from './destinations.ts';
import { drawnDwell } from './drawn-dwell.ts';
import { drawnLives, followedBehind, isThinThroughout, type StagesAt } from './drawn-lives.ts';
import { firstExits } from './first-exits.ts';
import { borrowedFromPortal } from './drawn-together.ts';
import { forwardFrom } from './forward-from.ts';
import type { LentPipeline } from './lent-lives.ts';
import { stageLife } from './life-table.ts';
import { MODEL_VERSION, type PipelineModel, type StageModel } from './pipeline-model.ts';
import { ENOUGH_EXITS_FOR_DWELL, stageDwell } from './stage-dwell.ts';
import { stageExits } from './stage-exits.ts';
import { type StageSample, stageSamples } from './stage-sample.ts';
import { stageWays } from './stage-ways.ts';
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
  /** What the portal's other pipelines lend where no stage of this one stands on its own; left out: nothing. */
  readonly lent?: readonly LentPipeline[] | undefined;
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
  return {
    modelVersion: MODEL_VERSION,
    pipelineId: pipeline.pipelineId,
    asOf,
    position,
    horizonDays,
    deals: countDeals(table, (stageId) => stageView(index, stageId).role, asOf),
    stages: stageModels(inputs, index),
    shown: null,
  };
}

/** The stages as history has them; where they may borrow from other pipelines also those that no deal was ever in. */
function seenStages({ table, pipeline, asOf, horizonDays, lent = [] }: ModelInputs): SeenStages {
  const seen = (mentioned: readonly string[]): SeenStages => {
    const destinations = destinationsOf(pipeline, mentioned);
    const samples = stageSamples(table, destinations, { asOf, horizonMs: horizonDays * DAY_MS });
    const lives = samples.map((sample) => stageLife(sample, destinations.count));
    const followed = Uint32Array.from(samples, (sample) => sample.followed);
    return { samples, lives, followed, destinations, ways: stageWays(destinations, pipeline) };
  };
  const found = seen(table.stageIds);
  if (lent.length === 0 || !isThinThroughout(found)) return found;
  const open = pipeline.stages.filter(({ role }) => role === 'open').map(({ stageId }) => stageId);
  return seen([...table.stageIds, ...open]);
}

interface SeenStages extends StagesAt {
  readonly samples: readonly StageSample[];
}

/** What stages with few visits borrow, the chances that this makes, and how sure they are; shares are told of own visits alone. */
function chancesOf(seen: SeenStages, { horizonDays, seed, lent = [] }: ModelInputs, index: PipelineIndex) {
  const { lives, destinations } = seen;
  const drawn = drawnLives(seen, lent);
  const used = lives.map((life, i) => drawn[i]?.life ?? life);
  const grid = { steps: Math.ceil((horizonDays * DAY_MS) / STEP_MS), stepMs: STEP_MS };
  const chances = winChances(used, destinations, grid);
  const groups = destinations.liveStageIds.map((stageId) => [
    forwardFrom(stageId, { index, destinations }),
    new Set([destinations.lost]),
  ]);
  const asked = { destinations, groups, random: seededRandom(seed) };
  const isDrawn = drawn.map((each) => each !== null);
  const trials = chanceTrials({ ...asked, lives: used, borrowed: borrowedFromPortal(lives, drawn), chances, isDrawn });
  const ownTrials = isDrawn.includes(true)
    ? chanceTrials({ ...asked, lives, chances: winChances(lives, destinations, grid), borrowed: [], isDrawn: [] })
    : trials;
  return { drawn, followed: followedBehind(seen.followed, drawn), chances, groups, trials, ownTrials };
}

function stageModels(inputs: ModelInputs, index: PipelineIndex): readonly StageModel[] {
  const { table, asOf } = inputs;
  const seen = seenStages(inputs);
  const { samples, lives, destinations } = seen;
  const { drawn, followed, chances, groups, trials, ownTrials } = chancesOf(seen, inputs, index);
  const exits = stageExits(table, index, asOf);
  return destinations.liveStageIds.flatMap((stageId, i): StageModel[] => {
    const [sample, life, own] = [samples[i], lives[i], trials[i]];
    const [ahead, lost] = groups[i] ?? [];
    if (sample === undefined || life === undefined || own === undefined || !ahead || !lost) return [];
    const curve = aalenJohansen(sample, destinations.count);
    const leaving = firstExits(curve);
    const borrows = drawn[i] ?? null;
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
        dwell:
          dwell.exits < ENOUGH_EXITS_FOR_DWELL && borrows !== null
            ? { ...dwell, ...drawnDwell({ life, drawn: borrows }) }
            : dwell,
        life,
        drawn: borrows,
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
