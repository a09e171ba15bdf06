import {
  exponentialDraw,
  newBusinessDraws,
  poissonDraw,
  seededRandom,
  weeklyWinChances,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const HORIZON_DAYS = 30;

/** Won for sure in the end, after an exponential time. */
const exponentialCurve = (meanDays: number) =>
  Array.from({ length: 2 * HORIZON_DAYS + 1 }, (_, halfDay) => 1 - Math.exp(-halfDay / 2 / meanDays));

describe('weeklyWinChances', () => {
  it('averages over the time that an arrival has left, and gives no chance beyond the horizon', () => {
    const chances = weeklyWinChances(exponentialCurve(10));

    expect(chances.length).toBe(5);
    // The integral of 1 - exp(-(30 - t) / 10) over the first week, by hand.
    const firstWeek = 1 - (10 / 7) * (Math.exp(-2.3) - Math.exp(-3));
    expect(chances[0]).toBeCloseTo(firstWeek, 4);
    // Two of the seven days of the fifth week are left.
    expect(chances[4]).toBeCloseTo((2 - 10 * (1 - Math.exp(-0.2))) / 7, 3);
  });
});

describe('newBusinessDraws', () => {
  it('has the mean and spread of arrivals that are simulated one by one', () => {
    const weeklyArrivals = [12, 20, 9, 16, 14, 25, 11, 13];
    const wonAmounts = [500, 1000, 4000];
    const got = newBusinessDraws(
      { weeklyArrivals, winWithin: [exponentialCurve(10)], wonAmounts },
      6000,
      seededRandom(1),
    );

    const random = seededRandom(2);
    const simulated = Array.from({ length: 6000 }, () => {
      let sum = 0;
      for (let week = 0; week < 5; week += 1) {
        const arrivals = weeklyArrivals[Math.floor(random() * 8)] ?? 0;
        for (let deal = 0; deal < arrivals; deal += 1) {
          const wonAt = 7 * (week + random()) + 10 * exponentialDraw(random);
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
