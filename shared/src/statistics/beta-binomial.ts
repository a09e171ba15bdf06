import { betaQuantile } from './beta-distribution.ts';
import { logChoose, logGamma } from './log-gamma.ts';

/** x successes of n, for each of several groups. */
export interface GroupCounts {
  readonly x: readonly number[];
  readonly n: readonly number[];
}

/** How the groups' true rates are spread: Beta(mean × precision, (1 - mean) × precision). */
export interface BetaPrior {
  readonly mean: number;
  /** In units of observations: a group with as many of its own counts half. Infinity: the groups differ no more than chance. */
  readonly precision: number;
  /** Of the counts under this prior, binomial coefficients included. */
  readonly logLikelihood: number;
}

export interface ShrunkRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

// Beyond these the likelihood is flat: no spread between groups at all, or nothing but spread.
const MAX_LOG_PRECISION = Math.log(1e7);
const MIN_LOG_PRECISION = Math.log(1e-4);

/**
 * How far do groups (owners, sources, stages) truly differ in their rates? The beta-binomial maximum likelihood prior
 * (empirical Bayes). The mean is found by Newton's method for each precision (the likelihood is concave in it), the
 * precision by bisection of the profile's slope (it has one maximum: Levin and Reeds 1977).
 *
 * Null when the counts cannot tell: fewer than two groups with observations, no success, or no failure.
 * Cost: about 300 passes over the distinct counts; independent of the number of groups.
 *
 * @throws RangeError unless 0 <= x <= n, whole numbers.
 * @example betaBinomialPrior({ x: [0, 1, 2, 5], n: [5, 5, 8, 9] })
 */
export function betaBinomialPrior(counts: GroupCounts): BetaPrior | null {
  const tails = tailCounts(counts);
  const successes = sum(counts.x);
  const trials = sum(counts.n);
  if (counts.n.filter((n) => n > 0).length < 2 || successes === 0 || successes === trials) return null;
  let low = MIN_LOG_PRECISION;
  let high = MAX_LOG_PRECISION;
  let mean = successes / trials;
  const slopeAt = (logPrecision: number): number => {
    mean = bestMean(tails, Math.exp(logPrecision), mean);
    return slopeInPrecision(tails, mean, Math.exp(logPrecision));
  };
  if (slopeAt(high) >= 0) {
    const pooled = successes / trials;
    const logLikelihood = successes * Math.log(pooled) + (trials - successes) * Math.log1p(-pooled);
    return { mean: pooled, precision: Number.POSITIVE_INFINITY, logLikelihood: logLikelihood + logWays(counts) };
  }
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (slopeAt(middle) > 0) low = middle;
    else high = middle;
  }
  const precision = Math.exp((low + high) / 2);
  mean = bestMean(tails, precision, mean);
  return { mean, precision, logLikelihood: logLikelihood(tails, mean, precision) + logWays(counts) };
}

/**
 * A group's rate, shrunk towards the groups' common mean by as much as it is short of observations of its own: posterior
 * mean (x + M mu) / (n + M) and beta quantiles. With infinite precision it is the mean itself, without width: the
 * uncertainty of the mean is not part of it.
 *
 * @example shrunkRate(prior, 3, 10) // { value: 0.3289, low: 0.1954, high: 0.4781 }
 */
export function shrunkRate(
  prior: Pick<BetaPrior, 'mean' | 'precision'>,
  x: number,
  n: number,
  level = 0.95,
): ShrunkRate {
  const { mean, precision } = prior;
  if (!(x >= 0 && x <= n)) throw new RangeError(`Expected 0 <= x <= n, got x = ${x}, n = ${n}.`);
  if (precision === Number.POSITIVE_INFINITY) return { value: mean, low: mean, high: mean };
  const a = x + mean * precision;
  const b = n - x + (1 - mean) * precision;
  return {
    value: a / (a + b),
    low: betaQuantile((1 - level) / 2, a, b),
    high: betaQuantile((1 + level) / 2, a, b),
  };
}

/**
 * How well a beta prior explains the counts, for comparisons of many priors: its log-likelihood without the binomial coefficients,
 * by gamma functions, so that its cost does not grow with the counts.
 * @example betaBinomialFit({ x: [3, 8], n: [10, 10] })({ mean: 0.5, precision: 4 })
 */
export function betaBinomialFit({ x, n }: GroupCounts): (prior: Pick<BetaPrior, 'mean' | 'precision'>) => number {
  return ({ mean, precision }) => {
    const [a, b] = [mean * precision, (1 - mean) * precision];
    const [ofA, ofB, ofBoth] = [logGamma(a), logGamma(b), logGamma(precision)];
    let sum = 0;
    for (const [group, trials] of n.entries()) {
      const own = x[group] ?? 0;
      sum += logGamma(a + own) - ofA + logGamma(b + trials - own) - ofB - logGamma(precision + trials) + ofBoth;
    }
    return sum;
  };
}

/** How many groups have more than i successes, failures, trials: all that the likelihood needs. */
interface TailCounts {
  readonly successes: Float64Array;
  readonly failures: Float64Array;
  readonly trials: Float64Array;
}

function tailCounts({ x, n }: GroupCounts): TailCounts {
  if (x.length !== n.length) throw new RangeError('Every group needs x and n.');
  const failures = x.map((successes, group) => {
    const trials = n[group] ?? Number.NaN;
    if (!(Number.isSafeInteger(successes) && Number.isSafeInteger(trials) && successes >= 0 && successes <= trials))
      throw new RangeError(`Expected whole numbers 0 <= x <= n, got x = ${successes}, n = ${trials}.`);
    return trials - successes;
  });
  return { successes: moreThan(x), failures: moreThan(failures), trials: moreThan(n) };
}

function moreThan(counts: readonly number[]): Float64Array {
  const result = new Float64Array(Math.max(0, ...counts));
  for (const count of counts) if (count > 0) result[count - 1] = (result[count - 1] ?? 0) + 1;
  for (let i = result.length - 2; i >= 0; i -= 1) result[i] = (result[i] ?? 0) + (result[i + 1] ?? 0);
  return result;
}

/** Without binomial coefficients: sum of log of rising factorials, (a)_x (b)_(n-x) / (a+b)_n for each group. */
function logLikelihood(tails: TailCounts, mean: number, precision: number): number {
  const logSum = (counts: Float64Array, start: number): number =>
    counts.reduce((total, count, i) => total + count * Math.log(start + i), 0);
  return (
    logSum(tails.successes, mean * precision) +
    logSum(tails.failures, (1 - mean) * precision) -
    logSum(tails.trials, precision)
  );
}

/** Its derivative by the precision, the mean held. */
function slopeInPrecision(tails: TailCounts, mean: number, precision: number): number {
  return (
    mean * inverseSum(tails.successes, mean * precision, 1) +
    (1 - mean) * inverseSum(tails.failures, (1 - mean) * precision, 1) -
    inverseSum(tails.trials, precision, 1)
  );
}

function bestMean(tails: TailCounts, precision: number, start: number): number {
  let low = 0;
  let high = 1;
  let mean = start;
  for (let step = 0; step < 100; step += 1) {
    const a = mean * precision;
    const b = (1 - mean) * precision;
    const slope = inverseSum(tails.successes, a, 1) - inverseSum(tails.failures, b, 1);
    const curvature = precision * (inverseSum(tails.successes, a, 2) + inverseSum(tails.failures, b, 2));
    if (slope > 0) low = mean;
    else high = mean;
    const newton = mean + slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - mean) <= 1e-15) return next;
    mean = next;
  }
  return mean;
}

function inverseSum(counts: Float64Array, start: number, power: 1 | 2): number {
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) total += (counts[i] ?? 0) / (power === 1 ? start + i : (start + i) ** 2);
  return total;
}

function logWays({ x, n }: GroupCounts): number {
  return x.reduce((total, successes, group) => total + logChoose(n[group] ?? 0, successes), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
