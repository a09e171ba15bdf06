import type { Target } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { NamedPeriod } from '../../../shared/src/analytics/report-question.ts';
import { quantile } from '../../../shared/src/analytics/revenue-range.ts';
import { targetOf, targetOutlook } from '../../../shared/src/analytics/target-outlook.ts';

const QUARTER: NamedPeriod = {
  kind: 'quarter',
  key: '2026-Q2',
  fromDay: '2026-04-01',
  toDay: '2026-07-01',
  fromAt: 0,
  toAt: 1,
};
const MONTH: NamedPeriod = { ...QUARTER, kind: 'month', key: '2026-06', fromDay: '2026-06-01' };

const target = (period: Target['period'], fromMonth: string, amount: number): Target => ({
  pipelineId: 'sales',
  teamId: null,
  period,
  fromMonth,
  amount,
});

/** 1,000 to 2,000 in steps of one, in cents. */
const DRAWN = { draws: Float64Array.from({ length: 1001 }, (_, place) => (1000 + place) * 100), mean: 150_000 };
const FACTS = { closed: 50_000, due: 300_000, toCome: DRAWN, widening: 1 };

describe('targetOf', () => {
  it('is the latest that was set for such periods up to this one', () => {
    const targets = [
      target('quarter', '2026-01', 100),
      target('quarter', '2026-04', 200),
      target('quarter', '2026-07', 300),
      target('month', '2026-05', 70),
    ];

    expect(targetOf(QUARTER, targets)?.amount).toBe(200);
    expect(targetOf(MONTH, targets)?.amount).toBe(70);
    expect(targetOf({ ...MONTH, fromDay: '2026-04-01' }, targets)).toBeNull();
    expect(targetOf({ ...QUARTER, kind: 'rolling' }, targets)).toBeNull();
  });
});

describe('targetOutlook', () => {
  it('says what is reached, how far due deals cover the rest, and the chance to get there', () => {
    // 2,000 aimed at, 500 won: of the draws from 1,000 to 2,000 half reach the 1,500 that are left.
    const outlook = targetOutlook(QUARTER, { ...FACTS, targets: [target('quarter', '2026-01', 2000)] });

    expect(outlook).toEqual({ amount: 2000, reachedShare: 0.25, coverage: 2, chance: 501 / 1001 });
  });

  it('spreads the chance as the told range is spread: what p90 reaches has one chance in ten', () => {
    const p90 = quantile(DRAWN.draws, 0.9);
    const chanceOf = (goal: number, widening: number) =>
      targetOutlook(QUARTER, { ...FACTS, closed: 0, widening, targets: [target('quarter', '2026-01', goal / 100)] })
        ?.chance;

    expect(chanceOf(p90, 1)).toBeCloseTo(0.1, 2);
    expect(chanceOf(p90 * 1.5 - 1, 1.5)).toBeCloseTo(0.1, 2);
    expect(chanceOf(quantile(DRAWN.draws, 0.1) / 1.5, 1.5)).toBeCloseTo(0.9, 2);
    expect(chanceOf(p90, 1.5)).toBeGreaterThan(0.1);
  });

  it('has nothing left to cover once it is reached, and no chance to tell where nothing is said', () => {
    const targets = [target('quarter', '2026-01', 400)];

    expect(targetOutlook(QUARTER, { ...FACTS, targets })).toMatchObject({
      reachedShare: 1.25,
      coverage: null,
      chance: 1,
    });
    expect(targetOutlook(QUARTER, { ...FACTS, closed: 0, toCome: null, targets })?.chance).toBeNull();
    expect(targetOutlook(QUARTER, { ...FACTS, targets: [] })).toBeNull();
  });
});
