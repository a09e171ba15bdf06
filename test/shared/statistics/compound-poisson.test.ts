import {
  compoundPoisson,
  exponentialDraw,
  poissonDraw,
  type Random,
  sampleQuantile,
  seededRandom,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const DRAWS = 4000;

/** Each amount of each sum drawn on its own. */
function simulated(amounts: readonly number[], expected: number, random: Random): readonly number[] {
  return Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let left = poissonDraw(random, expected); left > 0; left -= 1)
      sum += amounts[Math.floor(random() * amounts.length)] ?? 0;
    return sum;
  });
}

function drawn(amounts: readonly number[], expected: number, random: Random): readonly number[] {
  const sums = compoundPoisson(amounts);
  return Array.from({ length: DRAWS }, () => sums(expected, random));
}

/** The share of some sums that a quantile of others leaves below. */
const shareBelow = (sums: readonly number[], value: number) => sums.filter((sum) => sum <= value).length / sums.length;

const skewed = (size: number): readonly number[] => {
  const random = seededRandom(3);
  return Array.from({ length: size }, () => Math.round(50_000 * exponentialDraw(random) ** 2) + 100);
};

describe('compoundPoisson', () => {
  it.each([
    ['skewed amounts, few of them', skewed(300), 40],
    ['skewed amounts, just above what is drawn singly', skewed(300), 101],
    ['skewed amounts, many of them', skewed(300), 700],
    ['one giant among small ones', [...skewed(200), 90_000_000], 250],
    ['a handful of amounts', [500, 900, 4000], 300],
  ])('has the distribution of sums that are drawn amount by amount: %s', (_, amounts, expected) => {
    const fast = drawn(amounts, expected, seededRandom(1));
    const slow = simulated(amounts, expected, seededRandom(2));

    for (const tau of [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
      const share = shareBelow(slow, sampleQuantile(fast, tau) ?? Number.NaN);
      // Two samples of 4,000 each: four standard errors.
      expect(Math.abs(share - tau)).toBeLessThan(4 * Math.sqrt((2 * tau * (1 - tau)) / DRAWS));
    }
  });

  it('has the mean and variance of the formula: expected × mean, and expected × mean of squares', () => {
    const amounts = skewed(400);
    const sums = drawn(amounts, 500, seededRandom(5));
    const mean = sums.reduce((sum, each) => sum + each, 0) / DRAWS;
    const variance = sums.reduce((sum, each) => sum + (each - mean) ** 2, 0) / DRAWS;
    const moment = (power: number) => (500 * amounts.reduce((sum, amount) => sum + amount ** power, 0)) / 400;

    expect(Math.abs(mean - moment(1))).toBeLessThan(4 * Math.sqrt(moment(2) / DRAWS));
    expect(variance / moment(2)).toBeGreaterThan(0.9);
    expect(variance / moment(2)).toBeLessThan(1.1);
  });

  it('is nothing where nothing is expected or nothing is worth anything, and never negative', () => {
    expect(compoundPoisson([5, 7])(0, seededRandom(1))).toBe(0);
    expect(compoundPoisson([...skewed(2).map(() => 0), 0])(500, seededRandom(1))).toBe(0);
    expect(Math.min(...drawn(skewed(20), 120, seededRandom(1)))).toBeGreaterThan(0);
  });

  it('refuses a list without amounts, or with one below zero', () => {
    expect(() => compoundPoisson([])).toThrow(RangeError);
    expect(() => compoundPoisson([3, -1])).toThrow(RangeError);
  });
});
