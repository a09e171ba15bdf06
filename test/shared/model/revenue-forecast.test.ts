import { openRevenue, revenueDraws, revenueQuantiles, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const open = openRevenue({ amounts: [1000, 2000, 4000], versions: [[0.5, 0.5, 0.5]] });

describe('revenueDraws', () => {
  it('adds what is closed, what is open and what is to come', () => {
    const draws = revenueDraws(
      { closed: 10_000, open: open.distribution, newBusiness: Float64Array.of(100, 300) },
      8000,
      seededRandom(1),
    );
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;

    expect(draws[0]).toBe(10_100);
    expect(draws.at(-1)).toBe(17_300);
    expect(Math.abs(mean - (10_000 + open.mean + 200))).toBeLessThan(100); // four standard errors
  });

  it('leaves unknown new business out', () => {
    const draws = revenueDraws({ closed: 5, open: open.distribution, newBusiness: null }, 100, seededRandom(1));

    expect(draws.every((draw) => draw >= 5 && draw <= 7005)).toBe(true);
  });
});

describe('revenueQuantiles', () => {
  const draws = Float64Array.from({ length: 101 }, (_, i) => 100 + i);

  it('widens p10 and p90 alone', () => {
    expect(revenueQuantiles(draws, { widening: 1, closed: 0 })).toEqual({ mean: 150, p10: 110, p50: 150, p90: 190 });
    const wide = revenueQuantiles(draws, { widening: 1.25, closed: 0 });
    expect(wide).toEqual({ mean: 150, p10: 88, p50: 150, p90: 237.5 });
  });

  it('never says less than what is closed already', () => {
    expect(revenueQuantiles(draws, { widening: 2, closed: 100 }).p10).toBe(100);
  });

  it('refuses to speak without draws', () => {
    expect(() => revenueQuantiles(new Float64Array(0), { widening: 1, closed: 0 })).toThrow(RangeError);
  });
});
