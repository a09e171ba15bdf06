import {
  type CloseWindow,
  closeWindowAt,
  DAY_MS,
  exponentialDraw,
  seededRandom,
  winAt,
  winWithinAt,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const modelOf = (lines: readonly string[], times: number, asOfDays = 90) =>
  buildPipelineModel({
    table: salesTable(SALES, lines, times),
    pipeline: SALES,
    asOf: day(asOfDays),
    horizonDays: 30,
    seed: 1,
    position: {},
  });

function windowOf(...question: Parameters<typeof closeWindowAt>): CloseWindow {
  const answer = closeWindowAt(...question);
  if (answer === null || answer.kind !== 'window') throw new Error(`Expected a window, got ${JSON.stringify(answer)}.`);
  return answer;
}

const daysOf = ({ p25, p50, p75 }: CloseWindow): readonly number[] =>
  [p25, p50, p75].map((each) => (each.kind === 'days' ? each.days : Number.POSITIVE_INFINITY));

/** Two stages with exponential times of 20 days each, half of the deals lost on the way: the time to a win is Erlang. */
function erlangLines(seed: number): readonly string[] {
  const random = seededRandom(seed);
  const wait = (): string => `${(exponentialDraw(random) * 20).toFixed(3)}d`;
  return Array.from({ length: 3000 }, () =>
    random() < 0.5 ? `new ${wait()}, demo ${wait()}, won` : `new ${wait()}, lost`,
  );
}

describe('closeWindowAt', () => {
  it('is the time to the win of those that are won, over all stages still to come', () => {
    const model = modelOf(erlangLines(1), 1, 900);

    // Quantiles of the sum of two exponential times: 0.961, 1.678 and 2.693 times the mean of one.
    const [p25 = 0, p50 = 0, p75 = 0] = daysOf(windowOf(model, 'new', 0));
    expect(Math.abs(p25 / 20 - 0.961)).toBeLessThan(0.07);
    expect(Math.abs(p50 / 20 - 1.678)).toBeLessThan(0.1);
    expect(Math.abs(p75 / 20 - 2.693)).toBeLessThan(0.15);
    // From the second stage one exponential time is left, however old the visit.
    for (const ageDays of [0, 15]) {
      const [, half = 0] = daysOf(windowOf(model, 'demo', ageDays * DAY_MS));
      expect(Math.abs(half / 20 - Math.LN2)).toBeLessThan(0.08);
    }
  });

  it('leaves aside those that are lost or forgotten, and says how many are won', () => {
    const model = modelOf(['new 10d, won', 'new 40d, lost', 'new', 'new'], 30, 400);

    const { p50, ever, wins } = windowOf(model, 'new', 0);

    expect(p50.kind === 'days' && p50.days).toBeCloseTo(10, -1);
    expect(ever).toBeCloseTo(1 / 4, 2);
    expect(wins).toBe(30);
  });

  it('says beyond where the wins lie further away than five years', () => {
    const model = modelOf(['new 2500d, won', 'new 10d, lost'], 30, 4000);

    expect(windowOf(model, 'new', 20 * DAY_MS).p50).toEqual({ kind: 'beyond', atLeastDays: 1920 });
  });

  it('says too little is known below ten wins, and nothing of stages that it does not know', () => {
    const model = modelOf(['new 10d, won', ...Array.from({ length: 9 }, () => 'new 12d, lost')], 9);

    expect(closeWindowAt(model, 'new', 0)).toEqual({ kind: 'insufficient', n: 9, needed: 10 });
    expect(closeWindowAt(model, 'won', 0)).toBeNull();
  });
});

describe('winWithinAt', () => {
  const model = modelOf(erlangLines(2), 1, 900);

  it('says the same as winAt for the horizon of the model', () => {
    for (const ageDays of [0, 3, 40]) {
      const [within] = winWithinAt(model, 'new', ageDays * DAY_MS, [30])!;
      const chance = winAt(model, 'new', ageDays * DAY_MS)!.withinHorizon;
      expect(within).toMatchObject({ kind: 'estimate', n: (chance as { n: number }).n });
      expect((within as { value: number }).value).toBeCloseTo((chance as { value: number }).value, 4);
    }
  });

  it('follows the truth to further horizons, and never falls with them', () => {
    const chances = winWithinAt(model, 'new', 0, [30, 60, 90, 365])!.map((each) => (each as { value: number }).value);

    // Half of the deals, after two exponential times of 20 days.
    const truth = [30, 60, 90, 365].map((days) => 0.5 * (1 - Math.exp(-days / 20) * (1 + days / 20)));
    for (const [i, chance] of chances.entries()) expect(Math.abs(chance - truth[i]!)).toBeLessThan(0.03);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
  });

  it('says too little is known where winAt does', () => {
    expect(winWithinAt(modelOf(['new 5d, won'], 19), 'new', 0, [60])).toEqual([
      { kind: 'insufficient', n: 19, needed: 20 },
    ]);
    expect(winWithinAt(model, 'won', 0, [60])).toBeNull();
  });
});
