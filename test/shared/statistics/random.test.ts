import {
  betaDraw,
  binomialDraw,
  bootstrapWeights,
  exponentialDraw,
  gammaDraw,
  normalDraw,
  poissonDraw,
  type Random,
  seededRandom,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const DRAWS = 20_000;

describe('seededRandom', () => {
  it('repeats itself for a seed, and differs between neighbouring seeds', () => {
    const ten = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 10 }, random);
    };

    expect(ten(7)).toEqual(ten(7));
    expect(ten(8).some((value, i) => value === ten(7)[i])).toBe(false);
    expect(ten(2 ** 32 + 7)).not.toEqual(ten(7));
  });

  it('keeps to one sequence for good, so that frozen results can be made again', () => {
    const random = seededRandom(1);

    expect([random(), random(), random()]).toMatchInlineSnapshot(`
      [
        0.09156953175513294,
        0.8881928137485323,
        0.43427017709149285,
      ]
    `);
  });

  it('fills [0, 1) evenly', () => {
    const random = seededRandom(3);
    const counts = new Float64Array(20);
    for (let i = 0; i < DRAWS; i += 1) {
      const cell = Math.floor(random() * 20);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - DRAWS / 20) ** 2 / (DRAWS / 20), 0);

    expect(chiSquare).toBeLessThan(43.8); // 99.9 % of chi-square with 19 degrees of freedom
  });

  it('refuses a seed that is not whole', () => {
    expect(() => seededRandom(0.5)).toThrow(RangeError);
  });
});

describe('draws', () => {
  it.each<[string, (random: Random) => number, number, number]>([
    ['exponential', exponentialDraw, 1, 1],
    ['normal', normalDraw, 0, 1],
    ['gamma, small shape', (random) => gammaDraw(random, 0.3), 0.3, 0.3],
    ['gamma, large shape', (random) => gammaDraw(random, 9), 9, 9],
    ['beta', (random) => betaDraw(random, 2, 3), 0.4, 0.04],
    ['beta, tiny shapes', (random) => betaDraw(random, 0.0004, 0.0012), 0.25, 0.1875 / 1.0016],
    ['Poisson, small mean', (random) => poissonDraw(random, 0.7), 0.7, 0.7],
    ['binomial', (random) => binomialDraw(random, 30, 0.2), 6, 4.8],
    ['binomial, mostly successes', (random) => binomialDraw(random, 9, 0.9), 8.1, 0.81],
    ['Bayesian bootstrap weight', (random) => bootstrapWeights(1, random)[0] ?? Number.NaN, 1, 1],
    ['Poisson, beyond one chunk', (random) => poissonDraw(random, 620), 620, 620],
  ])('have the mean and the variance of their distribution: %s', (_, draw, mean, variance) => {
    const random = seededRandom(11);
    const values = Array.from({ length: DRAWS }, () => draw(random));
    const seenMean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
    const seenVariance = values.reduce((sum, value) => sum + (value - seenMean) ** 2, 0) / DRAWS;

    expect(Math.abs(seenMean - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
    expect(seenVariance / variance).toBeGreaterThan(0.9);
    expect(seenVariance / variance).toBeLessThan(1.1);
  });

  it('refuse impossible parameters', () => {
    expect(() => gammaDraw(seededRandom(1), 0)).toThrow(RangeError);
    expect(() => poissonDraw(seededRandom(1), Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => binomialDraw(seededRandom(1), 3, 1.1)).toThrow(RangeError);
    expect(poissonDraw(seededRandom(1), 0)).toBe(0);
    expect(binomialDraw(seededRandom(1), 3, 0)).toBe(0);
    expect(binomialDraw(seededRandom(1), 3, 1)).toBe(3);
  });
});
