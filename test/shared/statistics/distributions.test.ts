import {
  betaCdf,
  betaQuantile,
  chiSquareUpperTail,
  normalCdf,
  normalQuantile,
  poissonBinomial,
  weightedBernoulliSum,
  wholeNumberQuantile,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const shape = fc.double({ min: 0.05, max: 2000, noNaN: true });

describe('quantiles of distributions', () => {
  it('undo the normal distribution', () => {
    fc.assert(
      fc.property(inside, (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });

  it('undo the beta distribution, narrow or wide', () => {
    fc.assert(
      fc.property(inside, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        if (x < 1e-280) return;
        // Next to 1 a single rounding step of x moves p by more than the tolerance: p lies between those of its neighbours.
        expect(p).toBeGreaterThanOrEqual(betaCdf(x * (1 - Number.EPSILON), a, b) - 5e-10);
        expect(p).toBeLessThanOrEqual(betaCdf(Math.min(1, x * (1 + Number.EPSILON)), a, b) + 5e-10);
      }),
    );
  });

  it('equal the closed forms of the beta distribution', () => {
    expect(betaQuantile(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(betaQuantile(0.3, 1, 5)).toBeCloseTo(1 - 0.7 ** (1 / 5), 14);
    expect(betaQuantile(1e-30, 2, 1)).toBeCloseTo(1e-15, 25);
    expect(betaCdf(0.25, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(0.5), 14);
    expect(() => betaQuantile(0.5, 0, 1)).toThrow(RangeError);
  });

  it('know the tail of chi-square, exponential at two degrees of freedom, far out too', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (x) => {
        expect(chiSquareUpperTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('weightedBernoulliSum', () => {
  const terms = fc.array(fc.record({ p: probability, amount: fc.integer({ min: 0, max: 9 }) }), { maxLength: 9 });

  it('lists every combination of what comes in and what does not', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const sum = weightedBernoulliSum(
          list.map(({ p }) => p),
          list.map(({ amount }) => amount),
        );
        const expected = new Float64Array(list.reduce((total, { amount }) => total + amount, 1));
        for (let chosen = 0; chosen < 2 ** list.length; chosen += 1) {
          let [chance, value] = [1, 0];
          list.forEach(({ p, amount }, bit) => {
            const comes = (chosen >> bit) % 2 === 1;
            chance *= comes ? p : 1 - p;
            value += comes ? amount : 0;
          });
          expected[value] = (expected[value] ?? 0) + chance;
        }
        sum.pmf.forEach((mass, value) => expect(mass).toBeCloseTo(expected[value] ?? Number.NaN, 12));
      }),
      { numRuns: 40 },
    );
  });

  it('has the mean, the variance and the total mass of its list of probabilities', () => {
    fc.assert(
      fc.property(terms, (rows) => {
        const sum = weightedBernoulliSum(
          rows.map(({ p }) => p),
          rows.map(({ amount }) => amount),
        );
        const moment = (power: number) => sum.pmf.reduce((total, mass, value) => total + mass * value ** power, 0);

        expect(moment(0)).toBeCloseTo(1, 12);
        expect(moment(1)).toBeCloseTo(sum.mean, 9);
        expect(moment(2) - moment(1) ** 2).toBeCloseTo(sum.variance, 8);
      }),
    );
  });

  it('is certain when every probability is 0 or 1, and zero without terms', () => {
    expect([...weightedBernoulliSum([1, 0, 1], [2, 5, 1]).pmf]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect([...poissonBinomial([]).pmf]).toEqual([1]);
  });

  it('refuses a probability above 1 and a broken amount', () => {
    expect(() => weightedBernoulliSum([1.1], [1])).toThrow(RangeError);
    expect(() => weightedBernoulliSum([0.5], [1.5])).toThrow(RangeError);
    expect(() => weightedBernoulliSum([0.5], [-1])).toThrow(RangeError);
  });
});

describe('wholeNumberQuantile', () => {
  it('is the smallest value that is reached often enough', () => {
    const coin = poissonBinomial([0.5]);

    expect([0, 0.5, 0.500001, 1].map((tau) => wholeNumberQuantile(coin, tau))).toEqual([0, 0, 1, 1]);
  });
});
