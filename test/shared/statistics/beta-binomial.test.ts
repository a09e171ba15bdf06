import { betaBinomialPrior, betaDraw, seededRandom, shrunkRate } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('betaBinomialPrior', () => {
  it('finds the spread that groups were made with', () => {
    const random = seededRandom(5);
    const n = Array.from({ length: 2000 }, () => 20 + Math.floor(random() * 60));
    const x = n.map((trials) => {
      const rate = betaDraw(random, 6, 14);
      return Array.from({ length: trials }, random).filter((draw) => draw < rate).length;
    });

    const prior = betaBinomialPrior({ x, n });

    expect(Math.abs((prior?.mean ?? 0) - 0.3)).toBeLessThan(0.008); // three standard errors
    expect(prior?.precision).toBeGreaterThan(18);
    expect(prior?.precision).toBeLessThan(22);
  });

  it('pools completely where groups differ no more than chance', () => {
    const prior = betaBinomialPrior({ x: [5, 5, 5, 5], n: [10, 10, 10, 10] });

    expect(prior).toMatchObject({ mean: 0.5, precision: Number.POSITIVE_INFINITY });
    expect(shrunkRate(prior ?? { mean: 0, precision: 0 }, 9, 10)).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it.each([
    ['nobody succeeded', [0, 0, 0], [3, 4, 5]],
    ['everybody succeeded', [3, 4], [3, 4]],
    ['there is one group', [3], [7]],
    ['all but one group are empty', [3, 0], [7, 0]],
    ['there is nothing', [], []],
  ])('is null when %s', (_, x, n) => {
    expect(betaBinomialPrior({ x, n })).toBeNull();
  });

  it('refuses impossible counts', () => {
    expect(() => betaBinomialPrior({ x: [3, 1], n: [2, 5] })).toThrow(RangeError);
    expect(() => betaBinomialPrior({ x: [1], n: [2, 5] })).toThrow(RangeError);
  });

  it('reaches a likelihood that no nearby prior beats', () => {
    const counts = { x: [0, 1, 2, 5, 3, 7, 2, 1, 8, 4], n: [5, 5, 8, 9, 10, 11, 12, 3, 15, 20] };
    const best = betaBinomialPrior(counts);
    if (best === null) throw new Error('No prior was found.');
    const likelihood = (mean: number, precision: number) =>
      counts.x.reduce((sum, x, group) => sum + Math.log(betaBinomialMass(x, counts.n[group] ?? 0, mean, precision)), 0);

    expect(best.logLikelihood).toBeCloseTo(likelihood(best.mean, best.precision), 9);
    for (const [shift, factor] of [
      [0.01, 1],
      [-0.01, 1],
      [0, 1.1],
      [0, 0.9],
    ] as const)
      expect(likelihood(best.mean + shift, best.precision * factor)).toBeLessThan(best.logLikelihood);
  });
});

describe('shrunkRate', () => {
  it('lies between the raw rate and the mean, nearer to the raw rate the more it rests on', () => {
    const counts = fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.05, max: 0.95, noNaN: true }), ([x, n], mean) => {
        const { value, low, high } = shrunkRate({ mean, precision: 20 }, x, n);
        const more = shrunkRate({ mean, precision: 20 }, 10 * x, 10 * n);

        expect(value).toBeGreaterThanOrEqual(Math.min(mean, x / n) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(mean, x / n) + 1e-12);
        expect(Math.abs(more.value - x / n)).toBeLessThanOrEqual(Math.abs(value - x / n) + 1e-12);
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
      }),
    );
  });
});

function betaBinomialMass(x: number, n: number, mean: number, precision: number): number {
  const rising = (start: number, count: number) => {
    let product = 1;
    for (let i = 0; i < count; i += 1) product *= start + i;
    return product;
  };
  let ways = 1;
  for (let i = 0; i < x; i += 1) ways *= (n - i) / (i + 1);
  return (ways * rising(mean * precision, x) * rising((1 - mean) * precision, n - x)) / rising(precision, n);
}
