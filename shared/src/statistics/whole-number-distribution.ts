/** Sums of probabilities reach a round number only up to rounding: cumulative values this close count as reached. */
const ROUNDING = 1e-12;

/** pmf[i] = P(sum = i), with its exact mean and variance. */
export interface WholeNumberDistribution {
  readonly pmf: Float64Array;
  readonly mean: number;
  readonly variance: number;
}

/**
 * How many of several independent, differently likely things happen? The Poisson-binomial distribution over 0..n, by exact
 * convolution (Hong 2013, section 2): only positive terms are added, so that tails keep their precision.
 *
 * @example poissonBinomial([0.1, 0.5, 0.9]).pmf // 0.045, 0.455, 0.455, 0.045
 */
export function poissonBinomial(probabilities: readonly number[]): WholeNumberDistribution {
  return weightedBernoulliSum(
    probabilities,
    probabilities.map(() => 1),
  );
}

/**
 * The sum of independent amounts, each of which comes with its own probability or not at all, over 0..sum of the amounts.
 * Exact convolution of two-point laws on whole amounts: choose the unit (grid) before. Cost: terms × sum of amounts.
 *
 * @throws RangeError for a probability outside [0, 1] or an amount that is not a whole number from 0.
 * @example weightedBernoulliSum([0.5, 0.5], [2, 3]).pmf // 0.25, 0, 0.25, 0.25, 0, 0.25
 */
export function weightedBernoulliSum(
  probabilities: ArrayLike<number>,
  amounts: ArrayLike<number>,
): WholeNumberDistribution {
  let cells = 1;
  for (let i = 0; i < probabilities.length; i += 1) {
    const p = probabilities[i] ?? Number.NaN;
    const amount = amounts[i] ?? Number.NaN;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${p}.`);
    if (!(Number.isSafeInteger(amount) && amount >= 0)) throw new RangeError(`Expected a whole amount, got ${amount}.`);
    cells += amount;
  }
  const pmf = new Float64Array(cells);
  pmf[0] = 1;
  let [top, mean, variance] = [0, 0, 0];
  for (let i = 0; i < probabilities.length; i += 1) {
    const p = probabilities[i] ?? 0;
    const amount = amounts[i] ?? 0;
    mean += p * amount;
    variance += p * (1 - p) * amount * amount;
    if (amount === 0) continue;
    top += amount;
    for (let j = top; j >= amount; j -= 1) pmf[j] = (pmf[j] ?? 0) * (1 - p) + (pmf[j - amount] ?? 0) * p;
    for (let j = amount - 1; j >= 0; j -= 1) pmf[j] = (pmf[j] ?? 0) * (1 - p);
  }
  return { pmf, mean, variance };
}

/**
 * The smallest value that is not exceeded with probability tau or more.
 *
 * @example wholeNumberQuantile(poissonBinomial([0.1, 0.5, 0.9]), 0.5) // 1
 */
export function wholeNumberQuantile({ pmf }: WholeNumberDistribution, tau: number): number {
  if (!(tau >= 0 && tau <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${tau}.`);
  let cumulative = 0;
  for (let value = 0; value < pmf.length; value += 1) {
    cumulative += pmf[value] ?? 0;
    if (cumulative >= tau - ROUNDING && (cumulative > 0 || tau === 0)) return value;
  }
  return pmf.length - 1;
}
