import { gridReader, openRevenue } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

describe('openRevenue', () => {
  it('counts deals without a usable amount instead of guessing them', () => {
    const got = openRevenue({ amounts: [20_000, null, -500, 10_000], versions: [[0.5, 0.9, 0.9, 1]] });

    expect(got.withoutAmount).toBe(2);
    expect(got.mean).toBe(20_000);
    expect(gridReader(got.distribution).quantile(0.4)).toBe(10_000);
    expect(gridReader(got.distribution).quantile(0.9)).toBe(30_000);
  });

  it('says how much rests on a single deal', () => {
    expect(openRevenue({ amounts: [90_000, 10_000], versions: [[0.5, 0.5]] }).topDealShare).toBeCloseTo(0.9, 12);
  });

  it('takes the doubt about the probabilities into the spread, not into the mean', () => {
    const amounts = Array.from({ length: 400 }, () => 1000);
    const low = amounts.map(() => 0.2);
    const high = amounts.map(() => 0.4);
    const both = openRevenue({ amounts, versions: [low, high] });
    const middle = openRevenue({ amounts, versions: [amounts.map(() => 0.3)] });
    const width = (of: typeof both) =>
      gridReader(of.distribution).quantile(0.9) - gridReader(of.distribution).quantile(0.1);

    expect(both.mean).toBeCloseTo(middle.mean, 6);
    expect(width(both)).toBeGreaterThan(2 * width(middle));
  });

  it('expects nothing from no deals, and depends on none', () => {
    expect(openRevenue({ amounts: [], versions: [[]] })).toMatchObject({
      mean: 0,
      withoutAmount: 0,
      topDealShare: null,
    });
    expect(openRevenue({ amounts: [null], versions: [[0.4]] })).toMatchObject({ mean: 0, topDealShare: null });
  });

  it('refuses deals without a probability', () => {
    expect(() => openRevenue({ amounts: [1, 2], versions: [[0.5]] })).toThrow(RangeError);
    expect(() => openRevenue({ amounts: [1], versions: [[1.5]] })).toThrow(RangeError);
  });
});
