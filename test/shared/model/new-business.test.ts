import {
  arrivalLevel,
  businessDraws,
  exponentialDraw,
  normalDraw,
  poissonDraw,
  seededRandom,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const HORIZON_DAYS = 30;

/** Wins within the horizon of deals that are won for sure in the end, after an exponential time, when one a week arrives. */
const exponentialWins = (meanDays: number) => (HORIZON_DAYS - meanDays * (1 - Math.exp(-HORIZON_DAYS / meanDays))) / 7;

describe('arrivalLevel', () => {
  it('is as unsure as the counts of so many weeks, where they differ by no more than chance', () => {
    expect(arrivalLevel([20, 20, 20, 20])).toEqual({ mean: 20, variation: 20 / 4 / 400 });
    expect(arrivalLevel([25])).toEqual({ mean: 25, variation: 1 / 25 });
  });

  it('takes what weeks differ by beyond chance for a level that lasts', () => {
    const { mean, variation } = arrivalLevel([10, 30, 10, 30]);

    expect(mean).toBe(20);
    expect(variation).toBeCloseTo((400 / 3 - 20 + 400 / 3 / 4) / 400, 12);
  });
});

describe('businessDraws', () => {
  it('has the mean and spread of arrivals that are simulated one by one, at a level that differs from run to run', () => {
    const weeklyArrivals = [12, 20, 9, 16, 14, 25, 11, 13];
    const wonAmounts = [500, 1000, 4000];
    const got = businessDraws({ weeklyArrivals, winsOfOne: [exponentialWins(10)], wonAmounts }, 6000, seededRandom(1));

    const random = seededRandom(2);
    const { mean: arrivals, variation } = arrivalLevel(weeklyArrivals);
    const sigma = Math.sqrt(Math.log1p(variation));
    const simulated = Array.from({ length: 6000 }, () => {
      let sum = 0;
      const level = arrivals * Math.exp(sigma * normalDraw(random) - sigma ** 2 / 2);
      for (let day = 0; day < HORIZON_DAYS; day += 1) {
        for (let deal = poissonDraw(random, level / 7); deal > 0; deal -= 1) {
          const wonAt = day + random() + 10 * exponentialDraw(random);
          if (wonAt < HORIZON_DAYS) sum += wonAmounts[Math.floor(random() * 3)] ?? 0;
        }
      }
      return sum;
    });
    const [mean, spread] = moments(got ?? []);
    const [simulatedMean, simulatedSpread] = moments(simulated);
    expect(mean / simulatedMean).toBeGreaterThan(0.98);
    expect(mean / simulatedMean).toBeLessThan(1.02);
    expect(spread / simulatedSpread).toBeGreaterThan(0.95);
    expect(spread / simulatedSpread).toBeLessThan(1.05);
  });

  it('is surer of itself where weeks are alike', () => {
    const business = { winsOfOne: [exponentialWins(10)], wonAmounts: [100] };
    const alike = businessDraws({ ...business, weeklyArrivals: [200, 200, 200, 200] }, 2000, seededRandom(1));
    const unlike = businessDraws({ ...business, weeklyArrivals: [100, 300, 100, 300] }, 2000, seededRandom(1));

    expect(moments(unlike ?? [])[1]).toBeGreaterThan(4 * moments(alike ?? [])[1]);
  });

  it('expects nothing from weeks without arrivals', () => {
    const draws = businessDraws({ weeklyArrivals: [0, 0], winsOfOne: [0.5], wonAmounts: [5] }, 10, seededRandom(1));

    expect([...(draws ?? [])]).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it('spreads over the versions of the model', () => {
    const business = { weeklyArrivals: [200], wonAmounts: [100] };
    const sure = businessDraws({ ...business, winsOfOne: [exponentialWins(10)] }, 500, seededRandom(1));
    const unsure = businessDraws(
      { ...business, winsOfOne: [exponentialWins(5), exponentialWins(20)] },
      500,
      seededRandom(1),
    );

    expect(moments(unsure ?? [])[1]).toBeGreaterThan(2 * moments(sure ?? [])[1]);
  });

  it.each([
    ['weeks', { weeklyArrivals: [], winsOfOne: [0.5], wonAmounts: [5] }],
    ['wins', { weeklyArrivals: [3], winsOfOne: [0.5], wonAmounts: [] }],
    ['versions', { weeklyArrivals: [3], winsOfOne: [], wonAmounts: [5] }],
  ])('is null, not zero, when no %s are known', (_, business) => {
    expect(businessDraws(business, 10, seededRandom(1))).toBeNull();
  });

  it('repeats itself for a seed', () => {
    const business = {
      weeklyArrivals: [poissonDraw(seededRandom(3), 20)],
      winsOfOne: [0.1],
      wonAmounts: [1, 2],
    };

    expect(businessDraws(business, 50, seededRandom(4))).toEqual(businessDraws(business, 50, seededRandom(4)));
  });
});

function moments(values: ArrayLike<number>): [number, number] {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return [mean, Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length)];
}
