import { betaDraw, DAY_MS, type DwellQuantile, dwellAt, normalDraw, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { endsAfter } from '../../../shared/src/model/destinations.ts';
import { drawnDwell, drawnShareOver } from '../../../shared/src/model/drawn-dwell.ts';
import { drawnLives } from '../../../shared/src/model/drawn-lives.ts';
import { stageLife } from '../../../shared/src/model/life-table.ts';
import { day, somePipeline } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { aSample, type SomeVisit } from './a-sample.ts';

const PIPELINE = somePipeline('sales', 'new, demo, offer, won:won, lost:lost');
const OLD_WAY = ['new 5d, demo 6d, won', 'new 5d, demo 9d, lost', 'new 8d, lost', 'new 20d, lost'];

const times = (count: number, lines: readonly string[]): readonly string[] =>
  Array.from({ length: count }, () => lines).flat();

const modelOf = (lines: readonly string[]) =>
  buildPipelineModel({
    table: salesTable(PIPELINE, lines),
    pipeline: PIPELINE,
    asOf: day(90),
    horizonDays: 30,
    seed: 1,
    position: {},
  });

function told(quantile: DwellQuantile | undefined) {
  if (quantile?.kind !== 'estimate') throw new Error(`Expected an estimate, got ${JSON.stringify(quantile)}.`);
  return quantile;
}

describe('the usual time in a stage of few visits', () => {
  const usualWith = (offers: readonly string[], ageDays = 7) =>
    dwellAt(modelOf([...times(50, OLD_WAY), ...offers]), 'offer', ageDays * DAY_MS);

  it('is that of the stages it borrows from, and says whose visits these are, and how many', () => {
    const usual = usualWith(['new 5d, demo 6d, offer 4d, won']);

    // 201 visits of new, 101 of demo, one of its own; half of the others are over within five to eight days.
    const { value, low, high } = told(usual?.dwellDaysMedian);
    expect(usual?.dwellDaysMedian).toMatchObject({ from: 'pipeline', n: 303, level: 0.95 });
    expect(value).toBeGreaterThan(4);
    expect(value).toBeLessThan(8);
    expect(low).toBeLessThan(value);
    expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThan(value);
    expect(usual?.shareOverByNow).toMatchObject({ kind: 'estimate', from: 'pipeline', n: 303 });
    expect(usual).toMatchObject({ visits: 1, openVisits: 0 });
  });

  it('comes nearer to its own with each visit, and is its own from ten that are over', () => {
    const medianWith = (visits: number) =>
      usualWith(times(visits, ['new 5d, demo 6d, offer 30d, lost']))?.dwellDaysMedian;
    const [one, nine] = [1, 9].map((visits) => told(medianWith(visits)).value);

    expect(one).toBeLessThan(nine!);
    expect(medianWith(9)).toMatchObject({ from: 'stage', n: 9 });
    expect(told(medianWith(10))).toMatchObject({ value: 30, from: 'stage', n: 10 });
  });

  it('is no figure where there is nothing to borrow from', () => {
    const usual = dwellAt(modelOf(times(6, ['new 5d, lost'])), 'new', 0);

    expect(usual?.dwellDaysMedian).toEqual({ kind: 'insufficient', n: 6, needed: 10 });
    expect(usual?.shareOverByNow).toEqual({ kind: 'insufficient', n: 6, needed: 10 });
  });
});

const ENDS = endsAfter(4);
const STAGES = [0, 1, 2, 3];
const DESTINATIONS = { ...ENDS, liveStageIds: STAGES.map(String), of: () => 0 };
const WAYS = STAGES.map((stage) => ({
  ahead: new Set([...STAGES.filter((k) => k > stage), ENDS.won]),
  next: stage === 3 ? ENDS.won : stage + 1,
  back: stage === 0 ? null : stage - 1,
  place: stage / 3,
}));

interface TrueStage {
  readonly goesOn: number;
  readonly medianDays: number;
}

/** Weibull of shape 2; losses take twice as long, and a tenth of those who do not go on never leaves. */
const shareOver = ({ goesOn, medianDays }: TrueStage, days: number): number =>
  goesOn * (1 - 0.5 ** ((days / medianDays) ** 2)) + 0.9 * (1 - goesOn) * (1 - 0.5 ** ((days / (2 * medianDays)) ** 2));

function quantileOf(stage: TrueStage, p: number): number {
  let [low, high] = [0, 1e4];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (shareOver(stage, middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

describe('where the truth is known', () => {
  it.each([
    ['much alike', 0.2, [22, 18]],
    ['that differ much', 0.5, [11, 9]],
    ['that have nothing in common', 1, [5, 4]],
  ] as const)('intervals of a stage beside others %s hold it', (_, spread, [a, b]) => {
    const random = seededRandom(21);
    const held: boolean[] = [];
    for (let pipeline = 0; pipeline < 150; pipeline += 1) {
      const visits = [0, 3, 8][pipeline % 3]!;
      const truth = STAGES.map(
        (): TrueStage => ({ goesOn: betaDraw(random, a, b), medianDays: 10 * Math.exp(spread * normalDraw(random)) }),
      );
      const thin = Math.floor(random() * 4);
      const visitOf = ({ goesOn, medianDays }: TrueStage, stage: number): SomeVisit => {
        const [drawn, watched, pace] = [random(), 180 * random(), Math.sqrt(-Math.log(random()) / Math.LN2)];
        const isLost = drawn >= goesOn && drawn < 1 - (1 - goesOn) / 10;
        const days = drawn < goesOn ? medianDays * pace : isLost ? 2 * medianDays * pace : Number.POSITIVE_INFINITY;
        const to = isLost ? ENDS.lost : (WAYS[stage]?.next ?? 0);
        return days <= watched ? { ageMs: days * DAY_MS, event: to + 1 } : { ageMs: watched * DAY_MS, event: 0 };
      };
      const counts = STAGES.map((stage) => (stage === thin ? visits : 150));
      const lives = truth.map((stage, at) =>
        stageLife(aSample(Array.from({ length: counts[at]! }, () => visitOf(stage, at))), ENDS.count),
      );
      const stages = { lives, followed: Uint32Array.from(counts), destinations: DESTINATIONS, ways: WAYS };
      const [life, drawn] = [lives[thin]!, drawnLives(stages, [])[thin]];
      if (drawn === null || drawn === undefined) continue;
      const { median, p80 } = drawnDwell({ life, drawn });
      for (const [quantile, p] of [[median, 0.5] as const, [p80, 0.8] as const]) {
        if (quantile.kind !== 'estimate') continue;
        const true_ = quantileOf(truth[thin]!, p);
        held.push(quantile.low <= true_ && true_ <= (quantile.high ?? Number.POSITIVE_INFINITY));
      }
      const share = drawnShareOver({ life, drawn }, 10 * DAY_MS);
      const over = shareOver(truth[thin]!, 10);
      if (share.kind === 'estimate') held.push(share.low <= over && over <= (share.high ?? 1));
    }

    expect(held.length).toBeGreaterThan(300);
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.92);
  });
});
