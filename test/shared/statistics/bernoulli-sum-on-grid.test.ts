import {
  bernoulliSumOnGrid,
  exponentialDraw,
  gridMean,
  gridReader,
  seededRandom,
  weightedBernoulliSum,
  wholeNumberQuantile,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const terms = fc.array(
  fc.record({ amount: fc.integer({ min: 0, max: 40 }), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 20 },
);

describe('bernoulliSumOnGrid', () => {
  it('is the exact convolution where the amounts share a divisor', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const p = list.map((term) => term.p);
        const exact = weightedBernoulliSum(
          p,
          list.map((term) => term.amount),
        );
        const grid = bernoulliSumOnGrid({ amounts: list.map((term) => 2500 * term.amount), versions: [p] });

        for (const tau of [0.1, 0.5, 0.9]) {
          const value = gridReader(grid).quantile(tau);
          // Where the running sum lies exactly on tau, rounding decides between two values.
          const near = [tau - 1e-9, tau + 1e-9].map((level) => 2500 * wholeNumberQuantile(exact, level));
          expect(value).toBeGreaterThanOrEqual(near[0] ?? 0);
          expect(value).toBeLessThanOrEqual(near[1] ?? 0);
        }
        expect(gridMean(grid)).toBeCloseTo(2500 * exact.mean, 6);
      }),
    );
  });

  it('keeps total mass, mean and variance where amounts fall between the cells', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 300 }), (seed, size) => {
        const { amounts, p, mean, variance } = uncertainAmounts(seed, size);

        const grid = bernoulliSumOnGrid({ amounts, versions: [p] });

        const mass = grid.pmf.reduce((sum, x) => sum + x, 0);
        const seen = grid.pmf.reduce((sum, x, i) => sum + x * (i * grid.unit - mean) ** 2, 0);
        expect(mass).toBeCloseTo(1, 9);
        expect(Math.abs(gridMean(grid) - mean) / mean).toBeLessThan(0.002);
        expect(seen / variance).toBeGreaterThan(0.97);
        expect(seen / variance).toBeLessThan(1.03);
      }),
      { numRuns: 30 },
    );
  });

  it('has the quantiles of simulated sums, also where the many small amounts enter together', () => {
    const { amounts, p } = uncertainAmounts(4, 12_000);
    const version = Float64Array.from(p);
    const reader = gridReader(bernoulliSumOnGrid({ amounts, versions: [version, version] }));

    const random = seededRandom(8);
    const sums = Float64Array.from({ length: 1500 }, () =>
      amounts.reduce((sum, amount, i) => sum + (random() < (p[i] ?? 0) ? amount : 0), 0),
    ).sort();
    for (const tau of [0.1, 0.5, 0.9]) {
      const value = reader.quantile(tau);
      const below = sums.filter((sum) => sum <= value).length / sums.length;
      expect(Math.abs(below - tau)).toBeLessThan(0.04); // four standard errors of the simulation
    }
  });

  it('keeps total mass, mean and variance where all amounts are too small for the grid', () => {
    const amounts = Array.from({ length: 5000 }, (_, term) => 1000.5 + (term % 90) * 10);
    const p = amounts.map((_, term) => 0.1 + (term % 7) / 10);
    const mean = amounts.reduce((sum, amount, i) => sum + amount * (p[i] ?? 0), 0);
    const variance = amounts.reduce((sum, amount, i) => sum + amount ** 2 * (p[i] ?? 0) * (1 - (p[i] ?? 0)), 0);

    const grid = bernoulliSumOnGrid({ amounts, versions: [p] });

    const seen = grid.pmf.reduce((sum, x, i) => sum + x * (i * grid.unit - mean) ** 2, 0);
    expect(grid.pmf.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
    expect(Math.abs(gridMean(grid) - mean) / mean).toBeLessThan(1e-6);
    expect(Math.sqrt(seen / variance)).toBeCloseTo(1, 2);
  });

  it('spreads over the versions of what we believe', () => {
    const grid = bernoulliSumOnGrid({
      amounts: [100],
      versions: [[0.2], [0.6]],
    });

    expect(grid.unit).toBe(100);
    expect(grid.pmf[1]).toBeCloseTo(0.4, 12);
  });

  it('is certain of nothing, and of what is certain', () => {
    expect([...bernoulliSumOnGrid({ amounts: [], versions: [[]] }).pmf]).toEqual([1]);
    expect([...bernoulliSumOnGrid({ amounts: [0, 0], versions: [[0.5, 1]] }).pmf]).toEqual([1]);
    expect(gridReader(bernoulliSumOnGrid({ amounts: [3, 9], versions: [[1, 1]] })).quantile(0.5)).toBe(12);
  });

  it.each([
    ['a negative amount', { amounts: [-1], versions: [[0.5]] }],
    ['an endless amount', { amounts: [Number.POSITIVE_INFINITY], versions: [[0.5]] }],
    ['a missing amount', { amounts: [Number.NaN], versions: [[0.5]] }],
    ['a probability above 1', { amounts: [1], versions: [[1.01]] }],
    ['a missing probability', { amounts: [1, 2], versions: [[0.5]] }],
    ['no version', { amounts: [1], versions: [] }],
  ])('refuses %s', (_, terms) => {
    expect(() => bernoulliSumOnGrid(terms)).toThrow(RangeError);
  });
});

describe('gridReader', () => {
  it('draws what its distribution says', () => {
    const random = seededRandom(2);
    const reader = gridReader({ unit: 10, pmf: Float64Array.of(0.25, 0, 0.75) });
    const draws = Array.from({ length: 4000 }, () => reader.draw(random));

    expect(new Set(draws)).toEqual(new Set([0, 20]));
    expect(Math.abs(draws.filter((draw) => draw === 20).length / 4000 - 0.75)).toBeLessThan(0.03);
  });

  it('reads quantiles as the smallest value that is reached often enough', () => {
    const reader = gridReader({ unit: 10, pmf: Float64Array.of(0.5, 0, 0.5) });

    expect([0, 0.5, 0.51, 1].map((tau) => reader.quantile(tau))).toEqual([0, 0, 20, 20]);
  });
});

/** Skewed amounts with cents, so that no grid holds them exactly. */
function uncertainAmounts(seed: number, size: number) {
  const random = seededRandom(seed);
  const amounts = Array.from({ length: size }, () => Math.round(exponentialDraw(random) ** 2 * 1e6) + 1.5);
  const p = amounts.map(() => 0.05 + 0.9 * random());
  const mean = amounts.reduce((sum, amount, i) => sum + amount * (p[i] ?? 0), 0);
  const variance = amounts.reduce((sum, amount, i) => sum + amount ** 2 * (p[i] ?? 0) * (1 - (p[i] ?? 0)), 0);
  return { amounts, p, mean, variance };
}
