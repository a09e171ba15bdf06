import { DAY_MS, dwellAt, exponentialDraw, kaplanMeier, seededRandom, stepValue } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { readCurve, thinned } from '../../../shared/src/model/dwell-curve.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const modelOf = (lines: readonly string[], asOfDays: number) =>
  buildPipelineModel({
    table: salesTable(SALES, lines),
    pipeline: SALES,
    asOf: day(asOfDays),
    horizonDays: 30,
    seed: 1,
    position: {},
  });

describe('dwellAt', () => {
  it('counts open visits as at least so long, not as over', () => {
    const closed = Array.from({ length: 12 }, () => 'new 10d, lost');
    const open = Array.from({ length: 12 }, () => 'new');

    const usual = dwellAt(modelOf([...closed, ...open], 50), 'new', 20 * DAY_MS)!;

    expect(usual).toMatchObject({ visits: 24, openVisits: 12 });
    expect(usual.shareOverByNow).toMatchObject({ kind: 'estimate', value: 0.5, n: 24 });
    expect(usual.dwellDaysP90).toEqual({ kind: 'beyond', atLeast: 50, n: 24, from: 'stage' });
  });

  it('tells the usual time in days with its limits', () => {
    const lines = Array.from({ length: 21 }, (_, visit) => `new ${visit + 1}d, lost`);

    const { dwellDaysMedian } = dwellAt(modelOf(lines, 60), 'new', 0)!;

    expect(dwellDaysMedian).toMatchObject({ kind: 'estimate', value: 11, level: 0.95, n: 21 });
    if (dwellDaysMedian.kind !== 'estimate') throw new Error('no estimate');
    expect(dwellDaysMedian.low).toBeLessThan(11);
    expect(dwellDaysMedian.high).toBeGreaterThan(11);
  });

  it('says too little is known below ten closed visits', () => {
    const lines = [...Array.from({ length: 9 }, () => 'new 3d, lost'), ...Array.from({ length: 90 }, () => 'new')];

    const usual = dwellAt(modelOf(lines, 30), 'new', 0)!;

    const tooLittle = { kind: 'insufficient', n: 9, needed: 10 };
    expect(usual).toMatchObject({ dwellDaysMedian: tooLittle, dwellDaysP90: tooLittle, shareOverByNow: tooLittle });
  });

  it('has an interval also where all visits are over', () => {
    const lines = Array.from({ length: 30 }, () => 'new 3d, lost');

    const { shareOverByNow } = dwellAt(modelOf(lines, 30), 'new', 9 * DAY_MS)!;

    expect(shareOverByNow).toMatchObject({ value: 1, high: 1 });
    expect(shareOverByNow.kind === 'estimate' && shareOverByNow.low).toBeLessThan(0.95);
  });
});

describe('thinned', () => {
  it('is nowhere off by more than a point, and has about a hundred ages however many visits there are', () => {
    const random = seededRandom(1);
    const time = Array.from({ length: 5000 }, () => exponentialDraw(random) * 20 * DAY_MS);
    const curve = kaplanMeier({ time, event: time.map(() => (random() < 0.8 ? 1 : 0)) });

    const kept = thinned(curve);

    expect(kept.ageMs.length).toBeLessThan(120);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 * 86_400 }), (seconds) => {
        const ageMs = seconds * 1000;
        const exact = stepValue(curve.time, curve.survival, ageMs, 1);

        expect(Math.abs(readCurve(kept, ageMs).survival - exact)).toBeLessThan(0.0102);
      }),
    );
  });

  it('is the curve itself for a few visits', () => {
    const curve = kaplanMeier({ time: [1, 2, 3, 4].map((days) => days * DAY_MS), event: [1, 0, 1, 0] });

    expect(thinned(curve)).toMatchObject({ ageMs: [DAY_MS, 3 * DAY_MS, 4 * DAY_MS], survival: [0.75, 0.375, 0.375] });
  });
});
