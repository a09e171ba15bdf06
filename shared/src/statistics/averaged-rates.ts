import type { GroupCounts, ShrunkRate } from './beta-binomial.ts';
import { betaQuantile } from './beta-distribution.ts';
import { logGamma } from './log-gamma.ts';

/** Standard deviations of the rates beside the most that there could be, which is rates of 0 and 1 alone. */
const SPREADS = 32;
const MEANS = 9;
const MEAN_WIDTH = 3.5; // Standard errors of the mean, on either side.
const NEGLIGIBLE = 1e-6;

/**
 * The rates of several groups (owners), each shrunk towards the common one by as much as all together say that they differ
 * less than they seem to, averaged over how far that may be and over what the common rate may be: x ~ Binomial(n, rate),
 * rate ~ Beta with a uniform prior on its mean and on its standard deviation (Gelman 2006). The best-fitting
 * prior alone (`betaBinomialPrior`) is too sure of itself where groups are few: of three to five, its 95 % intervals held the
 * truth in 81 %. Interval: quantiles of the beta distribution that has the mean and variance of the posterior.
 *
 * Null: no group has an observation.
 * @returns in the order of the groups; null for one without observations
 * @example averagedRates({ x: [52, 40, 61], n: [80, 80, 80] })[1]
 */
export function averagedRates({ x, n }: GroupCounts, level = 0.95): readonly (ShrunkRate | null)[] {
  const groups = x.map((successes, group) => ({ x: successes, n: n[group] ?? 0 })).filter((group) => group.n > 0);
  const priors = weighedPriors(groups);
  return x.map((successes, group) => {
    const trials = n[group] ?? 0;
    return trials === 0 ? null : posteriorOf({ x: successes, n: trials }, priors, level);
  });
}

interface Group {
  readonly x: number;
  readonly n: number;
}

/** Beta(a, b), and how likely it is beside the others. */
interface WeighedPrior {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

function weighedPriors(groups: readonly Group[]): readonly WeighedPrior[] {
  const priors = Array.from({ length: SPREADS }, (_, place) => (place + 0.5) / SPREADS).flatMap((spread) => {
    const precision = 1 / spread ** 2 - 1;
    const { mean, standardError } = commonMean(groups, precision);
    const step = (2 * MEAN_WIDTH * standardError) / (MEANS - 1);
    return Array.from({ length: MEANS }, (_, place) => mean + (place - (MEANS - 1) / 2) * step)
      .filter((at) => at > 0 && at < 1)
      .map((at) => {
        const [a, b] = [at * precision, (1 - at) * precision];
        return { a, b, logWeight: Math.log(step) + logLikelihood(groups, a, b) };
      });
  });
  const highest = Math.max(...priors.map(({ logWeight }) => logWeight));
  const weighed = priors.map(({ a, b, logWeight }) => ({ a, b, weight: Math.exp(logWeight - highest) }));
  const kept = weighed.filter(({ weight }) => weight > NEGLIGIBLE);
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map((prior) => ({ ...prior, weight: prior.weight / total }));
}

/** The mean of the groups' rates, each weighed by how well it is known, for a given precision of their distribution. */
function commonMean(groups: readonly Group[], precision: number) {
  const whole = groups.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
  const pooled = (whole.x + 0.5) / (whole.n + 1);
  let [weights, sum] = [0, 0];
  for (const { x, n } of groups) {
    const variance = pooled * (1 - pooled) * (1 / (precision + 1) + precision / (precision + 1) / n);
    weights += 1 / variance;
    sum += x / n / variance;
  }
  return { mean: sum / weights, standardError: Math.sqrt(1 / weights) };
}

/** Beta-binomial, without the coefficients. */
function logLikelihood(groups: readonly Group[], a: number, b: number): number {
  const before = groups.length * logBeta(a, b);
  return groups.reduce((sum, { x, n }) => sum + logBeta(a + x, b + n - x), -before);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function posteriorOf({ x, n }: Group, priors: readonly WeighedPrior[], level: number): ShrunkRate {
  let [mean, square] = [0, 0];
  for (const prior of priors) {
    const [a, b] = [prior.a + x, prior.b + n - x];
    const at = a / (a + b);
    mean += prior.weight * at;
    square += prior.weight * (at ** 2 + (at * (1 - at)) / (a + b + 1));
  }
  const variance = square - mean ** 2;
  const precision = (mean * (1 - mean)) / variance - 1;
  const quantile = (p: number): number => betaQuantile(p, mean * precision, (1 - mean) * precision);
  return { value: mean, low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}
