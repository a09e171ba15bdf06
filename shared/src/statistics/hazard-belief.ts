import { chiSquareUpperTail } from './chi-square.ts';
import { logGamma } from './log-gamma.ts';
import { concentration, meanOverShifts, spreadWeights } from './spread-weights.ts';

/** Exits of a group, and how many there would have been at the hazards of its parent. */
export interface ExitCounts {
  readonly observed: number;
  /** Sum over the group's rows of the cumulative hazard of the ages at which they were watched. */
  readonly expected: number;
}

/** How fast a group leaves against its parent: 1 as fast, 2 twice as fast. */
export interface HazardBelief {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Of what is known of it what comes from exits of its own. */
  readonly ownShare: number;
}

/**
 * How fast do groups leave against all together, when most of them are small? Gamma-Poisson (empirical Bayes): observed ~
 * Poisson(ratio × expected), ratio ~ Gamma(k, k / level), so ratio = (observed + k) / (expected + k / level). How little the
 * groups differ, that is k = 1 / spread², and how far their level lies off 1 are averaged over all they may be (see
 * `spreadWeights`); the standard error of the level's logarithm comes from the number of all exits expected and from the
 * spread of the few large groups. Interval: quantiles of the gamma law of the average's mean and variance. A ratio r turns a
 * chance p to have left into 1 - (1 - p)^r.
 * @throws RangeError for negative or broken counts.
 * @example hazardBeliefs([{ observed: 12, expected: 8 }, { observed: 300, expected: 304 }])[0]?.ratio // 1.2…
 */
export function hazardBeliefs(groups: readonly ExitCounts[], level = 0.95): readonly HazardBelief[] {
  for (const { observed, expected } of groups) {
    if (!(Number.isSafeInteger(observed) && observed >= 0 && expected >= 0 && expected < Number.POSITIVE_INFINITY))
      throw new RangeError(`Exits are counted, and expected from 0 on; got ${observed} of ${expected}.`);
  }
  const all = groups.reduce((sum, { expected }) => sum + expected, 0);
  const fewness = concentration(groups.map(({ expected }) => expected));
  const priorOf = (spread: number, shift: number) => {
    const [k, error] = [1 / spread ** 2, Math.sqrt(spread ** 2 * fewness + 1 / Math.max(1, all))];
    // So that the mean over all shifts is 1.
    return { k, rate: (k * meanOverShifts((each) => Math.exp(each * error))) / Math.exp(shift * error) };
  };
  const weights = spreadWeights((spread, shift) => logLikelihood(groups, priorOf(spread, shift))).map(
    ({ spread, shift, weight }) => ({ ...priorOf(spread, shift), weight }),
  );
  return groups.map(({ observed, expected }) => {
    let [ratio, square, ownShare] = [0, 0, 0];
    for (const { k, rate, weight } of weights) {
      const at = (observed + k) / (expected + rate);
      ratio += weight * at;
      square += weight * (at ** 2 + at / (expected + rate));
      ownShare += (weight * expected) / (expected + rate);
    }
    const variance = square - ratio ** 2;
    const quantile = (p: number): number => (gammaQuantile(p, ratio ** 2 / variance) * variance) / ratio;
    return { ratio, low: quantile((1 - level) / 2), high: quantile((1 + level) / 2), ownShare };
  });
}

/** Negative binomial, without what does not depend on the prior. */
function logLikelihood(
  groups: readonly ExitCounts[],
  { k, rate }: { readonly k: number; readonly rate: number },
): number {
  let sum = 0;
  for (const { observed, expected } of groups) {
    // (k)(k + 1)…(k + O - 1) rate^k / (E + rate)^(O + k)
    sum +=
      logGamma(k + observed) - logGamma(k) - k * Math.log1p(expected / rate) - observed * Math.log(expected + rate);
  }
  return sum;
}

/**
 * The x below which a gamma variable of the given shape and scale 1 falls with probability p; by bisection, to 1e-12 of it.
 * @example gammaQuantile(0.975, 22) // 32.10
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p > 0 && p < 1 && shape > 0)) throw new RangeError(`Expected 0 < p < 1 and shape > 0, got ${p}, ${shape}.`);
  let [low, high] = [0, shape + 10 * Math.sqrt(shape) + 40];
  while (1 - chiSquareUpperTail(2 * high, 2 * shape) < p) high *= 2;
  while (high - low > 1e-12 * high && high - low > Number.MIN_VALUE) {
    const middle = (low + high) / 2;
    if (1 - chiSquareUpperTail(2 * middle, 2 * shape) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
