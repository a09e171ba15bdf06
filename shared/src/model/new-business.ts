import { binomialDraw } from '../statistics/random-draws.ts';
import type { Random } from '../statistics/seeded-random.ts';

const HALF_DAYS_A_WEEK = 14;

/** Deals that do not exist yet: what is known about how they come and what becomes of them. */
export interface NewBusiness {
  /** Deals created in each of the last full weeks; design: eight. */
  readonly weeklyArrivals: readonly number[];
  /**
   * Won within the first i half-days after creation, i = 0 … 2 × horizon days; one curve for every version of the model.
   * Uniform half-days, not age bins: with geometric bins it comes out a tenth too low.
   */
  readonly winWithin: readonly ArrayLike<number>[];
  /** Amounts of recent wins, integer minor units. */
  readonly wonAmounts: readonly number[];
}

/**
 * What will deals that are created from now on bring within the horizon? Simulated sums: for every week to come the arrivals
 * of a past week, each won by the end of the horizon with the curve's probability for the time it has left (mid-bin), for
 * the amount of a past win.
 *
 * Null, not 0, when it cannot be told: no week, no win or no curve is known.
 *
 * @returns one sum for each draw, in minor units; draw i uses version i modulo their number.
 * @example newBusinessDraws({ weeklyArrivals: [30, 25], winWithin: [curve], wonAmounts: [90_000] }, 2000, random)
 */
export function newBusinessDraws(business: NewBusiness, draws: number, random: Random): Float64Array | null {
  const { weeklyArrivals, winWithin, wonAmounts } = business;
  if (weeklyArrivals.length === 0 || winWithin.length === 0 || wonAmounts.length === 0) return null;
  const winChances = winWithin.map(weeklyWinChances);
  return Float64Array.from({ length: draws }, (_, draw) => {
    let sum = 0;
    for (const chance of winChances[draw % winChances.length] ?? []) {
      const wins = binomialDraw(random, oneOf(weeklyArrivals, random), chance);
      for (let win = 0; win < wins; win += 1) sum += oneOf(wonAmounts, random);
    }
    return sum;
  });
}

/**
 * For each week to come: the chance that a deal which arrives at any time of it is won by the end of the horizon. The part
 * of the last week that lies beyond the horizon counts as no chance.
 *
 * @example weeklyWinChances([0, 1, 1]) // [(0.5 + 1) / 14]: a horizon of one day, won within half a day
 */
export function weeklyWinChances(winWithin: ArrayLike<number>): number[] {
  const halfDays = winWithin.length - 1;
  const chances = Array.from({ length: Math.ceil(halfDays / HALF_DAYS_A_WEEK) }, () => 0);
  for (let arrived = 0; arrived < halfDays; arrived += 1) {
    const left = halfDays - arrived;
    const week = Math.floor(arrived / HALF_DAYS_A_WEEK);
    const chance = ((winWithin[left] ?? 0) + (winWithin[left - 1] ?? 0)) / 2;
    chances[week] = (chances[week] ?? 0) + chance / HALF_DAYS_A_WEEK;
  }
  // Fourteen fourteenths may round to more than 1.
  return chances.map((chance) => Math.min(1, chance));
}

function oneOf(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)] ?? 0;
}
