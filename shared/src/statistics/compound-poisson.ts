import { gammaDraw, poissonDraw } from './random-draws.ts';
import type { Random } from './seeded-random.ts';

/** Up to so many expected, each amount is drawn on its own. */
const MOST_SINGLE = 100;
/** The largest amounts are always drawn on their own: one giant among small ones makes a sum that no smooth law has. */
const LARGEST = 8;

/**
 * Draws of a compound Poisson sum: a Poisson number of amounts, each one of the list with equal chance.
 *
 * Above 100 expected amounts only the eight largest are drawn one by one (a Poisson process splits into independent ones); the
 * sum of the others is a gamma variable moved and stretched to the mean, variance and skewness of their compound Poisson
 * law (translated gamma approximation: Bowers et al., Actuarial Mathematics, 1997, 12.5). So the cost of a draw does not grow
 * with the number of amounts.
 * @returns draws of the sum for an expected number of amounts, in whole units.
 * @throws RangeError without amounts, or for a negative one.
 * @example compoundPoisson([500, 900])(12.5, random) // 8400
 */
export function compoundPoisson(amounts: readonly number[]): (expected: number, random: Random) => number {
  if (amounts.length === 0) throw new RangeError('A sum needs amounts that it can be of.');
  const sorted = Float64Array.from(amounts).sort();
  if (!((sorted[0] ?? Number.NaN) >= 0)) throw new RangeError(`An amount is not negative, got ${sorted[0]}.`);
  const small = sorted.subarray(0, Math.max(0, sorted.length - LARGEST));
  const large = sorted.subarray(small.length);
  const smallOnes = smallSums(small);
  return (expected, random) => {
    if (!(expected > MOST_SINGLE)) return singly(amounts, expected, random);
    const perAmount = expected / sorted.length;
    return singly(large, perAmount * large.length, random) + smallOnes(perAmount * small.length, random);
  };
}

function singly(amounts: ArrayLike<number>, expected: number, random: Random): number {
  let sum = 0;
  for (let left = poissonDraw(random, expected); left > 0; left -= 1)
    sum += amounts[Math.floor(random() * amounts.length)] ?? 0;
  return sum;
}

function smallSums(amounts: Float64Array): (expected: number, random: Random) => number {
  const moment = (power: number): number =>
    amounts.reduce((sum, amount) => sum + amount ** power, 0) / Math.max(1, amounts.length);
  const [first, second, third] = [moment(1), moment(2), moment(3)];
  if (third === 0) return () => 0;
  return (expected, random) => {
    const [mean, variance, thirdCumulant] = [expected * first, expected * second, expected * third];
    const shape = (4 * variance ** 3) / thirdCumulant ** 2;
    const moved = mean + Math.sqrt(variance / shape) * (gammaDraw(random, shape) - shape);
    return Math.max(0, Math.round(moved));
  };
}
