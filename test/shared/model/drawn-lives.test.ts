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
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { ageBin } from '../../../shared/src/model/age-bins.ts';
import { chanceTrials } from '../../../shared/src/model/chance-trials.ts';
import { endsAfter } from '../../../shared/src/model/destinations.ts';
import { drawnLives } from '../../../shared/src/model/drawn-lives.ts';
import { type StageLife, stageLife } from '../../../shared/src/model/life-table.ts';
import { chanceAt, winChances } from '../../../shared/src/model/win-chances.ts';
import { wilsonInterval } from '../../../shared/src/statistics/wilson-interval.ts';
import { day, somePipeline } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { aSample, type SomeVisit } from './a-sample.ts';

const OLD_WAY = ['new 5d, demo 6d, won', 'new 5d, demo 9d, lost', 'new 8d, lost', 'new 20d, lost'];
const ENDING = somePipeline('sales', 'new, demo, offer, won:won, lost:lost');

const modelOf = (lines: readonly string[], pipeline = ENDING) =>
  buildPipelineModel({
    table: salesTable(pipeline, lines),
    pipeline,
    asOf: day(90),
    horizonDays: 30,
    seed: 1,
    position: {},
  });

const times = (count: number, lines: readonly string[]): readonly string[] =>
  Array.from({ length: count }, () => lines).flat();

const NEW_STAGE = times(50, OLD_WAY);
const FIVE_CAME = [...NEW_STAGE, ...times(4, ['new 5d, demo 6d, offer 4d, won']), 'new 5d, demo 6d, offer 4d, lost'];

function told(estimate: Estimate | undefined) {
  if (estimate?.kind !== 'estimate') throw new Error(`Expected an estimate, got ${JSON.stringify(estimate)}.`);
  return estimate;
}

describe('the chances of a stage with few visits', () => {
  it('are drawn towards the other stages, and say that they rest on the pipeline, and on how many visits', () => {
    const model = modelOf([...NEW_STAGE, 'new 5d, demo 6d, offer 4d, won']);
    const chance = winAt(model, 'offer', 0);

    // 201 visits of new, 101 of demo, one of its own.
    expect(told(chance?.withinHorizon)).toMatchObject({ from: 'pipeline', n: 303 });
    expect(told(chance?.ever)).toMatchObject({ from: 'pipeline', n: 303 });
    const { low, value, high } = told(chance?.withinHorizon);
    expect(value).toBeGreaterThan(0.3);
    expect(value).toBeLessThan(0.95);
    expect((high ?? 0) - low).toBeGreaterThan(0.3);
  });

  it('come nearer to its own the more it has, and say so', () => {
    const [one, five, nineteen] = [
      [...NEW_STAGE, 'new 5d, demo 6d, offer 4d, lost'],
      [...NEW_STAGE, ...times(5, ['new 5d, demo 6d, offer 4d, lost'])],
      [...NEW_STAGE, ...times(19, ['new 5d, demo 6d, offer 4d, lost'])],
    ].map((lines) => told(winAt(modelOf(lines), 'offer', 0)?.ever));

    expect(one!.value).toBeGreaterThan(five!.value);
    expect(five!.value).toBeGreaterThan(nineteen!.value);
    expect(nineteen!.value).toBeLessThan(0.2);
    expect(nineteen).toMatchObject({ from: 'stage', n: 19 });
  });

  it('are no longer drawn once it has twenty visits that were watched for the whole horizon', () => {
    const stage = (visits: number) =>
      modelOf([...NEW_STAGE, ...times(visits, ['new 5d, demo 6d, offer 4d, won'])]).stages[2];

    expect(stage(19)?.drawn).not.toBeNull();
    expect(stage(20)?.drawn).toBeNull();
  });

  it('leave the shares of the stage to its own visits', () => {
    const stage = modelOf(FIVE_CAME).stages[2];

    expect(stage?.advanceShare).toEqual({ kind: 'insufficient', n: 5, needed: 10 });
    expect(stage?.dwell).toMatchObject({ n: 5, exits: 5 });
    expect(stage?.life.exits.flat().reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it.each([
    [
      'where nobody in the pipeline was ever won',
      [...times(60, ['new 5d, lost']), ...times(5, ['new 5d, demo 3d, lost'])],
      somePipeline('sales', 'new, demo, won:won, lost:lost'),
      'demo',
    ],
    [
      'where nobody was ever in the stage after it',
      [...NEW_STAGE, 'new 5d, demo 6d, offer'],
      somePipeline('sales', 'new, demo, offer, contract, won:won, lost:lost'),
      'offer',
    ],
    ['where no other stage is known well enough', times(19, OLD_WAY.slice(0, 1)), ENDING, 'new'],
    [
      'where the stage is parked',
      [...NEW_STAGE, 'new 3d, hold 4d, demo 1d, won'],
      somePipeline('sales', 'new, hold:parked, demo, won:won, lost:lost'),
      'hold',
    ],
  ])('are not drawn %s', (_, lines, pipeline, stageId) => {
    expect(modelOf(lines, pipeline).stages.find((stage) => stage.stageId === stageId)?.drawn).toBeNull();
  });
});

const STAGES = 4;
const ENDS = endsAfter(STAGES);
const DESTINATIONS = { ...ENDS, liveStageIds: ['a', 'b', 'c', 'd'], of: () => 0 };
const GRID = { steps: 60, stepMs: DAY_MS / 2 };
const WAYS = DESTINATIONS.liveStageIds.map((_, place) => ({
  ahead: new Set([...[0, 1, 2, 3].filter((k) => k > place), ENDS.won]),
  next: place === STAGES - 1 ? ENDS.won : place + 1,
  back: place === 0 ? null : place - 1,
  place: place / (STAGES - 1),
}));

interface TrueStage {
  readonly goesOn: number;
  readonly medianDays: number;
}

/** Losses take twice as long; of those who do not go on a tenth never leaves. Last seen after up to 180 days, if at all. */
function visitOf({ goesOn, medianDays }: TrueStage, stage: number, random: Random, isWatched: boolean): SomeVisit {
  const [drawn, pace] = [random(), Math.sqrt(-Math.log(random()) / Math.LN2)];
  const isLost = drawn >= goesOn && drawn < 1 - (1 - goesOn) / 10;
  const days = drawn < goesOn ? medianDays * pace : isLost ? 2 * medianDays * pace : Number.POSITIVE_INFINITY;
  const watched = isWatched ? 180 * random() : 3000;
  const to = isLost ? ENDS.lost : stage === STAGES - 1 ? ENDS.won : stage + 1;
  return days <= watched ? { ageMs: days * DAY_MS, event: to + 1 } : { ageMs: watched * DAY_MS, event: 0 };
}

const lifeOf = (visits: readonly SomeVisit[]): StageLife => stageLife(aSample(visits), ENDS.count);

const trialsAt = (trials: readonly number[], ageDays: number): number =>
  trials[Math.min(trials.length - 1, ageBin(ageDays * DAY_MS))] ?? Number.NaN;

/** How far stages of a pipeline differ: the law of the share that goes on, and of the median's logarithm. */
interface Likeness {
  readonly goesOn: readonly [number, number];
  readonly spread: number;
}

interface Case {
  readonly truth: number;
  readonly drawn: number;
  readonly plain: number;
  /** Of the true visits of the stage, those that are there at the age asked about. */
  readonly weight: number;
  isIn(level: number): boolean;
}

/** Simulated pipelines of four stages, one of them of few visits: its chances when entered and after ten days. */
function casesOf(
  { goesOn: [a, b], spread }: Likeness,
  { pipelines, visits, seed }: { readonly pipelines: number; readonly visits: number; readonly seed: number },
): readonly Case[] {
  const random = seededRandom(seed);
  return Array.from({ length: pipelines }).flatMap((): readonly Case[] => {
    const truth = DESTINATIONS.liveStageIds.map(() => ({
      goesOn: betaDraw(random, a, b),
      medianDays: 10 * Math.exp(spread * normalDraw(random)),
    }));
    const seen = (stage: number, count: number, isWatched: boolean) =>
      lifeOf(Array.from({ length: count }, () => visitOf(truth[stage]!, stage, random, isWatched)));
    const thin = Math.floor(random() * STAGES);
    const wholeLives = truth.map((_, stage) => seen(stage, 4000, false));
    const whole = winChances(wholeLives, DESTINATIONS, GRID);
    const lives = truth.map((_, stage) => seen(stage, stage === thin ? visits : 150, true));
    const followed = Uint32Array.from(lives, (_, stage) => (stage === thin ? visits : 150));
    const drawn = drawnLives({ lives, followed, destinations: DESTINATIONS, ways: WAYS }, []);
    if (drawn[thin] === null) return [];
    const used = lives.map((life, stage) => drawn[stage]?.life ?? life);
    const [chances, plain] = [winChances(used, DESTINATIONS, GRID), winChances(lives, DESTINATIONS, GRID)];
    const trials = chanceTrials({
      lives: used,
      borrowed: [],
      destinations: DESTINATIONS,
      chances,
      isDrawn: drawn.map((each) => each !== null),
      groups: used.map(() => []),
      random: seededRandom(1),
    });
    return [0, 10].map((ageDays) => {
      const at = (of: typeof chances) => chanceAt(of.hazards[thin]!, of, ageDays * DAY_MS).within;
      const [value, true_, n] = [at(chances), at(whole), trialsAt(trials[thin]!.within, ageDays)];
      return {
        truth: true_,
        drawn: value,
        plain: at(plain),
        weight: whole.hazards[thin]!.atRisk[ageBin(ageDays * DAY_MS)]! / 4000,
        isIn(level) {
          const { low, high } = wilsonInterval(value * n, n, level);
          return low <= true_ && true_ <= high;
        },
      };
    });
  });
}

const heldIn = (cases: readonly Case[], level: number): number => {
  const sumOf = (some: readonly Case[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  return sumOf(cases.filter((each) => each.isIn(level))) / sumOf(cases);
};

const missOf = (cases: readonly Case[], of: 'drawn' | 'plain'): number =>
  cases.reduce((sum, each) => sum + (each[of] - each.truth) ** 2, 0);

describe('where the truth is known', () => {
  it('a stage of five visits is told more than twice as near to the truth as by these alone, in intervals that hold it', () => {
    const cases = casesOf({ goesOn: [12, 8], spread: 0.35 }, { pipelines: 80, visits: 5, seed: 9 });

    expect(cases.length).toBeGreaterThan(150);
    expect(missOf(cases, 'drawn') / missOf(cases, 'plain')).toBeLessThan(0.25);
    expect(cases.filter((each) => each.isIn(0.95)).length / cases.length).toBeGreaterThan(0.88);
    expect(cases.filter((each) => each.isIn(0.8)).length / cases.length).toBeGreaterThan(0.7);
    expect(cases.filter((each) => each.isIn(0.8)).length / cases.length).toBeLessThan(0.95);
  });

  it('intervals hold it of a stage of few visits that has nothing in common with the others', () => {
    const cases = [0, 5, 15].flatMap((visits) =>
      casesOf({ goesOn: [5, 4], spread: 1 }, { pipelines: 40, visits, seed: visits }),
    );

    expect(cases.length).toBeGreaterThan(200);
    // Where 95 of 100 hold, fewer than 92 do in one case of twenty.
    expect(heldIn(cases, 0.95)).toBeGreaterThan(0.92);
    expect(heldIn(cases, 0.8)).toBeGreaterThan(0.75);
  });
});
