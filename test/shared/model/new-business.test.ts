import {
  arrivalLevel,
  exponentialDraw,
  newBusinessDraws,
  normalDraw,
  poissonDraw,
  seededRandom,
  winsOfWeeklyArrival,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const HORIZON_DAYS = 30;

/** Won for sure in the end, after an exponential time. */
const exponentialCurve = (meanDays: number) =>
  Array.from({ length: 2 * HORIZON_DAYS + 1 }, (_, halfDay) => 1 - Math.exp(-halfDay / 2 / meanDays));

describe('winsOfWeeklyArrival', () => {
  it('adds up over arrivals at any time until the end of the horizon', () => {
    // The integral of 1 - exp(-(30 - t) / 10) over thirty days, by hand, a seventh of an arrival a day.
    const byHand = (30 - 10 * (1 - Math.exp(-3))) / 7;

    expect(winsOfWeeklyArrival(exponentialCurve(10))).toBeCloseTo(byHand, 3);
    expect(winsOfWeeklyArrival([0, 1, 1])).toBeCloseTo(1.5 / 14, 12);
    expect(winsOfWeeklyArrival([])).toBe(0);
  });
});

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

describe('newBusinessDraws', () => {
  it('has the mean and spread of arrivals that are simulated one by one, at a level that differs from run to run', () => {
    const weeklyArrivals = [12, 20, 9, 16, 14, 25, 11, 13];
    const wonAmounts = [500, 1000, 4000];
    const got = newBusinessDraws(
      { weeklyArrivals, winWithin: [exponentialCurve(10)], wonAmounts },
      6000,
      seededRandom(1),
    );

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
    const business = { winWithin: [exponentialCurve(10)], wonAmounts: [100] };
    const alike = newBusinessDraws({ ...business, weeklyArrivals: [200, 200, 200, 200] }, 2000, seededRandom(1));
    const unlike = newBusinessDraws({ ...business, weeklyArrivals: [100, 300, 100, 300] }, 2000, seededRandom(1));

    expect(moments(unlike ?? [])[1]).toBeGreaterThan(4 * moments(alike ?? [])[1]);
  });

  it('expects nothing from weeks without arrivals', () => {
    const draws = newBusinessDraws(
      { weeklyArrivals: [0, 0], winWithin: [[0, 1]], wonAmounts: [5] },
      10,
      seededRandom(1),
    );

    expect([...(draws ?? [])]).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it('spreads over the versions of the curve', () => {
    const business = { weeklyArrivals: [200], wonAmounts: [100] };
    const sure = newBusinessDraws({ ...business, winWithin: [exponentialCurve(10)] }, 500, seededRandom(1));
    const unsure = newBusinessDraws(
      { ...business, winWithin: [exponentialCurve(5), exponentialCurve(20)] },
      500,
      seededRandom(1),
    );

    expect(moments(unsure ?? [])[1]).toBeGreaterThan(2 * moments(sure ?? [])[1]);
  });

  it.each([
    ['weeks', { weeklyArrivals: [], winWithin: [[0, 1]], wonAmounts: [5] }],
    ['wins', { weeklyArrivals: [3], winWithin: [[0, 1]], wonAmounts: [] }],
    ['curves', { weeklyArrivals: [3], winWithin: [], wonAmounts: [5] }],
  ])('is null, not zero, when no %s are known', (_, business) => {
    expect(newBusinessDraws(business, 10, seededRandom(1))).toBeNull();
  });

  it('repeats itself for a seed', () => {
    const business = {
      weeklyArrivals: [poissonDraw(seededRandom(3), 20)],
      winWithin: [[0, 0.2, 0.3]],
      wonAmounts: [1, 2],
    };

    expect(newBusinessDraws(business, 50, seededRandom(4))).toEqual(newBusinessDraws(business, 50, seededRandom(4)));
  });
});

function moments(values: ArrayLike<number>): [number, number] {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return [mean, Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length)];
}
