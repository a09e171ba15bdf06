import { betaBinomialFit, type GroupCounts } from './beta-binomial.ts';
import { betaQuantile } from './beta-distribution.ts';
import type { Interval } from './interval.ts';
import { concentration, meanOverShifts, spreadWeights } from './spread-weights.ts';

/**
 * Successes or failures in a prior, at least: it bounds how far groups may differ. Half a one, as Jeffreys' prior has, allowed
 * too little near 0 and 1: at a rate of .03 a standard deviation of .04, where odds that differ by a factor of e have more.
 */
const LEAST_OF_EITHER = 0.1;
/** Standard error of a mean on the log-odds, at most: for rare rates the linear rule would leave them anywhere. */
const MOST_ERROR = 1;

/** What is believed of a rate: Beta(mean × precision, (1 - mean) × precision). */
export interface RateBelief {
  readonly mean: number;
  /** In observations: its own and those that it borrows. */
  readonly precision: number;
  /** Observations of its own. */
  readonly n: number;
  /** Of the precision what comes from observations of its own: below one half it says what its parent says. */
  readonly ownShare: number;
}

/**
 * The root of a tree of rates, which borrows from nothing: x of n under Jeffreys' prior Beta(1/2, 1/2).
 * @example rateBelief(30, 99) // mean 0.305, precision 100
 */
export function rateBelief(x: number, n: number): RateBelief {
  return { mean: (x + 0.5) / (n + 1), precision: n + 1, n, ownShare: n / (n + 1) };
}

/**
 * One level down a tree (portal, pipeline, stage, then owner, source, deal type or amount band): what is believed of the
 * groups of a parent. Each has the posterior of its own counts under a beta prior around the parent's mean (beta-binomial,
 * empirical Bayes). How little the groups differ, that is the prior's precision M = 1 / spread² - 1, and how far their mean
 * lies off the parent's are averaged over all they may be (see `spreadWeights`); the standard error of the latter is the
 * parent's own doubt and the spread of the few large groups that it mostly rests on. So a group without observations is no
 * surer than its parent. The average is told as the beta law of its mean and variance.
 * @example beliefsBelow(stage, { x: [3, 40], n: [5, 100] })[0] // drawn far towards the stage
 */
export function beliefsBelow(parent: RateBelief, groups: GroupCounts): readonly RateBelief[] {
  const fit = betaBinomialFit(groups);
  const fewness = concentration(groups.n);
  // With hardly any success or failure in a prior all groups would lie at 0 or 1.
  const widest = 1 / Math.sqrt(1 + LEAST_OF_EITHER / Math.min(parent.mean, 1 - parent.mean));
  const priorOf = (part: number, shift: number) => {
    const spread = part * widest;
    return {
      mean: shifted(parent.mean, shift, Math.sqrt(spread ** 2 * fewness + 1 / (parent.precision + 1))),
      precision: 1 / spread ** 2 - 1,
    };
  };
  const weights = spreadWeights((spread, shift) => fit(priorOf(spread, shift))).map(({ spread, shift, weight }) => ({
    prior: priorOf(spread, shift),
    weight,
  }));
  return groups.n.map((n, group): RateBelief => {
    const x = groups.x[group] ?? 0;
    let [mean, square, ownShare] = [0, 0, 0];
    for (const { prior, weight } of weights) {
      const at = (x + prior.precision * prior.mean) / (n + prior.precision);
      mean += weight * at;
      square += weight * (at ** 2 + (at * (1 - at)) / (n + prior.precision + 1));
      ownShare += (weight * n) / (n + prior.precision);
    }
    return { mean, precision: (mean * (1 - mean)) / (square - mean ** 2) - 1, n, ownShare };
  });
}

/**
 * A rate moved by so many standard errors, in units of sqrt(rate (1 - rate)): on the log-odds, so that it stays inside (0, 1), and
 * then on the nearer side of one half in proportion, so that the mean over all shifts is the rate again.
 */
function shifted(rate: number, shift: number, error: number): number {
  const near = Math.min(rate, 1 - rate);
  const moved = (by: number): number => {
    const odds = (near / (1 - near)) * Math.exp(by * Math.min(MOST_ERROR, error / Math.sqrt(near * (1 - near))));
    return odds / (1 + odds);
  };
  const mean = (moved(rate === near ? shift : -shift) * near) / Math.max(near, meanOverShifts(moved));
  return rate === near ? mean : 1 - mean;
}

/**
 * Where the rate lies with the given probability: equal tails of its beta distribution.
 * @example beliefInterval(rateBelief(0, 10)) // { low: 0.00005, high: 0.217 }
 */
export function beliefInterval({ mean, precision }: RateBelief, level = 0.95): Interval {
  const [a, b] = [mean * precision, (1 - mean) * precision];
  return { low: betaQuantile((1 - level) / 2, a, b), high: betaQuantile((1 + level) / 2, a, b) };
}
