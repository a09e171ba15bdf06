import { compoundPoisson } from '../statistics/compound-poisson.ts';
import { gammaDraw } from '../statistics/random-draws.ts';
import type { Random } from '../statistics/seeded-random.ts';

/** Deals that do not exist yet: what is known about how they come and what becomes of them within a window of time. */
export interface WindowBusiness {
  /** Deals created in each of the last full weeks; design: eight. */
  readonly weeklyArrivals: readonly number[];
  /** Wins within the window, when one deal a week arrives from now on; one for every version of the model. */
  readonly winsOfOne: readonly number[];
  /** Amounts of recent wins, integer minor units. */
  readonly wonAmounts: readonly number[];
}

/**
 * What will deals that are created from now on bring within a window? Simulated sums: a level of arrivals for the whole
 * window (see arrivalLevel), a Poisson number of wins with the mean level × wins of one weekly arrival, each for the amount
 * of a past win.
 *
 * Null, not 0, when it cannot be told: no week, no win or no version is known.
 *
 * @returns one sum for each draw, in minor units; draw i uses version i modulo their number.
 * @example businessDraws({ weeklyArrivals: [30, 25], winsOfOne: [0.7], wonAmounts: [90_000] }, 2000, random)
 */
export function businessDraws(
  { weeklyArrivals, wonAmounts, winsOfOne }: WindowBusiness,
  draws: number,
  random: Random,
): Float64Array | null {
  if (weeklyArrivals.length === 0 || winsOfOne.length === 0 || wonAmounts.length === 0) return null;
  const { mean, variation } = arrivalLevel(weeklyArrivals);
  const worth = compoundPoisson(wonAmounts);
  return Float64Array.from({ length: draws }, (_, draw) => {
    if (mean === 0) return 0;
    const level = mean * variation * gammaDraw(random, 1 / variation);
    return worth(level * (winsOfOne[draw % winsOfOne.length] ?? 0), random);
  });
}

/**
 * How many deals arrive in a week to come, and how sure is that? Weeks resemble their neighbours: what their counts differ
 * by beyond chance (v - m over m², v the variance and m the mean of the weeks, v at least the m of a Poisson count) is taken
 * for a level that lasts for the whole horizon, and the mean of n weeks is itself unsure by v / n. Drawing each week to come
 * on its own would let such differences cancel out, and make the forecast too sure of itself.
 *
 * @returns `variation`: the level's variance over the square of its mean.
 * @example arrivalLevel([20, 20, 20, 20]) // { mean: 20, variation: 0.0125 }
 */
export function arrivalLevel(weeks: readonly number[]): { readonly mean: number; readonly variation: number } {
  const n = weeks.length;
  const mean = weeks.reduce((sum, count) => sum + count, 0) / n;
  if (mean === 0) return { mean, variation: 0 };
  const squares = weeks.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const variance = Math.max(mean, n > 1 ? squares / (n - 1) : 0);
  return { mean, variation: (variance - mean + variance / n) / mean ** 2 };
}
