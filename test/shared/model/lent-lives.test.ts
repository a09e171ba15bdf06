import {
  betaDraw,
  DAY_MS,
  type Estimate,
  normalDraw,
  type Random,
  seededRandom,
  winAt,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { ageBin } from '../../../shared/src/model/age-bins.ts';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { chanceTrials } from '../../../shared/src/model/chance-trials.ts';
import { endsAfter } from '../../../shared/src/model/destinations.ts';
import { drawnLives } from '../../../shared/src/model/drawn-lives.ts';
import { borrowedFromPortal } from '../../../shared/src/model/drawn-together.ts';
import { kindLife } from '../../../shared/src/model/kind-life.ts';
import { lendersTo, lentPipeline, type LentPipeline } from '../../../shared/src/model/lent-lives.ts';
import { type StageLife, stageLife } from '../../../shared/src/model/life-table.ts';
import { kindOf, type StageWays } from '../../../shared/src/model/stage-ways.ts';
import { chanceAt, winChances } from '../../../shared/src/model/win-chances.ts';
import { wilsonInterval } from '../../../shared/src/statistics/wilson-interval.ts';
import { day, somePipeline } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { aSample, type SomeVisit } from './a-sample.ts';

const times = (count: number, lines: readonly string[]): readonly string[] =>
  Array.from({ length: count }, () => lines).flat();

const YOUNG = somePipeline('young', 'in, talk, offer, won:won, lost:lost');
const ASKED = { asOf: day(90), horizonDays: 30 };

/** A pipeline of two open stages: fast to a demo, slow from there. */
const lending = (pipelineId: string, demoDays: number): LentPipeline => {
  const pipeline = somePipeline(pipelineId, 'new, demo, won:won, lost:lost');
  const lines = times(20, [`new 2d, demo ${demoDays}d, won`, `new 2d, demo ${demoDays * 2}d, lost`, 'new 4d, lost']);
  return lentPipeline({ ...ASKED, pipeline, table: salesTable(pipeline, lines) });
};

const LENT = [lending('one', 9), lending('two', 11), lending('three', 10)];

const modelOf = (lines: readonly string[], lent: readonly LentPipeline[] = LENT) =>
  buildPipelineModel({
    ...ASKED,
    table: salesTable(YOUNG, lines),
    pipeline: YOUNG,
    seed: 1,
    position: {},
    lent,
  });

function told(estimate: Estimate | undefined) {
  if (estimate?.kind !== 'estimate') throw new Error(`Expected an estimate, got ${JSON.stringify(estimate)}.`);
  return estimate;
}

describe('a pipeline none of whose stages stands on its own', () => {
  it('tells chances by the stages of the portal’s other pipelines, and says so, and by how many visits', () => {
    const model = modelOf(['in 3d, talk 80d']);

    // 60 visits in the first stage of each of three pipelines, and its own; of talk, between two stages, those of the first.
    expect(told(winAt(model, 'in', 0)?.withinHorizon)).toMatchObject({ from: 'portal', n: 181 });
    expect(told(winAt(model, 'talk', 0)?.withinHorizon)).toMatchObject({ from: 'portal', n: 181 });
    // No deal was ever there: 40 visits in each last stage.
    const offer = told(winAt(model, 'offer', 0)?.withinHorizon);
    expect(offer).toMatchObject({ from: 'portal', n: 120 });
    expect(offer.value).toBeGreaterThan(0.3);
    expect(offer.value).toBeLessThan(0.65);
    expect(model.stages.map(({ stageId, visits }) => [stageId, visits])).toEqual([
      ['in', 1],
      ['talk', 1],
      ['offer', 0],
    ]);
  });

  it('tells none without others, nor counts stages that no deal was ever in', () => {
    const model = modelOf(['in 3d, talk 80d'], []);

    expect(winAt(model, 'in', 0)?.withinHorizon.kind).toBe('insufficient');
    expect(model.stages.map(({ stageId }) => stageId)).toEqual(['in', 'talk']);
  });

  it('comes to rest on its own visits the more it has, and then borrows from no other pipeline', () => {
    const lines = (count: number) => times(count, ['in 3d, talk 3d, offer 4d, lost']);
    const [none, some, many] = [0, 10, 19].map((count) =>
      told(winAt(modelOf(['in 80d', ...lines(count)]), 'offer', 0)?.ever),
    );

    expect(none!.value).toBeGreaterThan(some!.value);
    expect(some!.value).toBeGreaterThan(many!.value);
    expect(many).toMatchObject({ from: 'stage', n: 19 });
    expect(modelOf([...lines(30), 'in 3d, talk 3d, offer 9d, won']).stages.map(({ drawn }) => drawn)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('borrows as before from its own stages once one of them stands on its own', () => {
    const lines = [...times(15, ['in 3d, talk 3d, won']), ...times(15, ['in 3d, talk 3d, lost']), 'in 3d, offer 80d'];

    expect(modelOf(lines).stages.map(({ drawn }) => drawn?.from ?? null)).toEqual([null, null, 'pipeline']);
  });
});

describe('what a pipeline lends', () => {
  it('are its open stages with twenty visits watched for the whole horizon, by where they stand', () => {
    const [lent] = LENT;

    expect(lent?.stages.map(({ place, followed }) => [place, followed])).toEqual([
      [0, 60],
      [1, 40],
    ]);
    // On, back, lost, elsewhere.
    const sums = lent?.stages.map(({ exits }) => exits.map((column) => column.reduce((sum, count) => sum + count, 0)));
    expect(sums).toEqual([
      [40, 0, 20, 0],
      [20, 0, 20, 0],
    ]);
  });

  it('is nothing where nobody was ever won, nor where no stage has twenty', () => {
    const lent = (lines: readonly string[]) =>
      lentPipeline({ ...ASKED, pipeline: YOUNG, table: salesTable(YOUNG, lines) }).stages;

    expect(lent(times(50, ['in 3d, talk 3d, lost']))).toEqual([]);
    expect(lent(times(19, ['in 3d, talk 3d, won']))).toEqual([]);
  });

  it('goes to others, from the twelve that have most', () => {
    const all = Array.from({ length: 14 }, (_, place) => ({
      pipelineId: String(place),
      stages: [{ place: 0, followed: 20 + place, censored: [], exits: [] }],
    }));

    expect(lendersTo('13', all).map(({ pipelineId }) => pipelineId)).toEqual(
      Array.from({ length: 12 }, (_, place) => String(12 - place)),
    );
  });
});

interface TrueStage {
  readonly goesOn: number;
  readonly medianDays: number;
}

/** Losses take twice as long; of those who do not go on a tenth never leaves. Last seen after up to 180 days, if at all. */
function visitOf(
  { goesOn, medianDays }: TrueStage,
  to: number,
  lost: number,
  watched: number,
  random: Random,
): SomeVisit {
  const [drawn, pace] = [random(), Math.sqrt(-Math.log(random()) / Math.LN2)];
  const isLost = drawn >= goesOn && drawn < 1 - (1 - goesOn) / 10;
  const days = drawn < goesOn ? medianDays * pace : isLost ? 2 * medianDays * pace : Number.POSITIVE_INFINITY;
  return days <= watched
    ? { ageMs: days * DAY_MS, event: (isLost ? lost : to) + 1 }
    : { ageMs: watched * DAY_MS, event: 0 };
}

/** Three to five stages, like those of other pipelines at their place of the way; all of one pipeline are slower or faster. */
function truePipeline(random: Random): readonly TrueStage[] {
  const count = 3 + Math.floor(random() * 3);
  const pace = Math.exp(0.4 * normalDraw(random));
  return Array.from({ length: count }, (_, stage) => {
    const goesOn = 0.45 + (0.2 * stage) / (count - 1);
    return {
      goesOn: betaDraw(random, 20 * goesOn, 20 * (1 - goesOn)),
      medianDays: 10 * pace * Math.exp(0.25 * normalDraw(random)),
    };
  });
}

const GRID = { steps: 60, stepMs: DAY_MS / 2 };

function seenOf(stages: readonly TrueStage[], visits: number, isWatched: boolean, random: Random) {
  const ends = endsAfter(stages.length);
  const destinations = { ...ends, liveStageIds: stages.map((_, stage) => String(stage)), of: () => 0 };
  const places = stages.map((_, stage) => stage);
  const ways = places.map(
    (stage): StageWays => ({
      ahead: new Set([...places.filter((k) => k > stage), ends.won]),
      next: stage === stages.length - 1 ? ends.won : stage + 1,
      back: stage === 0 ? null : stage - 1,
      place: stage / (stages.length - 1),
    }),
  );
  const lives = stages.map((stage, at): StageLife => {
    const some = Array.from({ length: visits }, () =>
      visitOf(stage, ways[at]!.next!, ends.lost, isWatched ? 180 * random() : 3000, random),
    );
    return stageLife(aSample(some), ends.count);
  });
  return { lives, destinations, ways };
}

function lentOf(random: Random, pipeline: number): LentPipeline {
  const { lives, destinations, ways } = seenOf(truePipeline(random), 150, true, random);
  const stages = lives.map((life, stage) => {
    const { censored, exits, reached } = kindLife(life, (k) => kindOf(k, ways[stage]!, destinations));
    const column = (counts: Float64Array) => [...counts.subarray(0, reached)];
    return { place: ways[stage]!.place, followed: 150, censored: column(censored), exits: exits.map(column) };
  });
  return { pipelineId: String(pipeline), stages };
}

describe('where the truth is known', () => {
  it('a pipeline of five visits a stage is told nearer to the truth than by these alone, in intervals that hold it', () => {
    const random = seededRandom(4);
    const sums = { drawn: 0, plain: 0, held: 0, heldOf80: 0, all: 0 };
    for (let portal = 0; portal < 60; portal += 1) {
      const truth = truePipeline(random);
      const seen = seenOf(truth, 5, true, random);
      const { lives, destinations } = seen;
      const lent = [1, 2, 3].map((pipeline) => lentOf(random, pipeline));
      const drawn = drawnLives({ ...seen, followed: new Uint32Array(lives.length) }, lent);
      const used = lives.map((life, stage) => drawn[stage]!.life ?? life);
      const [whole, chances, plain] = [seenOf(truth, 2000, false, random).lives, used, lives].map((each) =>
        winChances(each, destinations, GRID),
      );
      const trials = chanceTrials({
        lives: used,
        borrowed: borrowedFromPortal(lives, drawn),
        isDrawn: lives.map(() => true),
        groups: lives.map(() => []),
        destinations,
        chances: chances!,
        random: seededRandom(1),
      });
      for (const [stage, { within }] of trials.entries()) {
        const at = (of: typeof chances) => chanceAt(of!.hazards[stage]!, of!, 0).within;
        const [value, true_, n] = [at(chances), at(whole), within[ageBin(0)]!];
        const isIn = (level: number): number => {
          const { low, high } = wilsonInterval(value * n, n, level);
          return low <= true_ && true_ <= high ? 1 : 0;
        };
        sums.drawn += (value - true_) ** 2;
        sums.plain += (at(plain) - true_) ** 2;
        sums.held += isIn(0.95);
        sums.heldOf80 += isIn(0.8);
        sums.all += 1;
      }
    }

    expect(sums.all).toBeGreaterThan(200);
    expect(sums.drawn / sums.plain).toBeLessThan(0.5);
    expect(sums.held / sums.all).toBeGreaterThan(0.92);
    expect(sums.heldOf80 / sums.all).toBeGreaterThan(0.75);
  });
});
