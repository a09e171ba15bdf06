import { logGamma } from './log-gamma.ts';

/** Exits of a group by one cause, beside those that the other groups lead to expect. */
export interface CauseCounts {
  readonly observed: number;
  /** At the hazards of the others, over the ages at which the group's visits were watched. */
  readonly expected: number;
  /** Of the others' visits, the share that left by this cause. */
  readonly share: number;
}

/** What a prior may be worth, in visits, and how much of the belief lies on it. */
export interface WeighedVisits {
  readonly visits: number;
  readonly weight: number;
}

/** Standard deviation of a share between groups, beside the most there could be (all or nothing). */
const SPREADS = Array.from({ length: 24 }, (_, place) => (place + 0.5) / 24);
/** Nothing is quite impossible because nobody in the other groups did it. */
const LEAST_SHARE = 0.002;

/**
 * How many visits are the other groups worth to one of few visits? Gamma-Poisson on hazards: exits of a group by a cause are
 * Poisson(ratio × expected), ratio ~ Gamma(k, k) with k = visits × share, so that hazards drawn towards those of the others
 * are (exits + k) / (exposure + exposure behind k). All groups are asked how well the others foretell them; every variance
 * spread² = 1 / (visits + 1) is as likely beforehand as any other (see `spreadWeights`), and all are kept with their weights.
 * @param groupsAt by group, then cause, for a prior worth so many visits
 */
export function visitsToBorrow(
  groupsAt: (visits: number) => readonly (readonly CauseCounts[])[],
): readonly WeighedVisits[] {
  const fits = SPREADS.map((spread) => {
    const visits = 1 / spread ** 2 - 1;
    const fit = groupsAt(visits)
      .flat()
      .reduce((sum, counts) => sum + logLikelihood(counts, visits), Math.log(spread));
    return { visits, fit };
  });
  const best = Math.max(...fits.map(({ fit }) => fit));
  const weighed = fits.map(({ visits, fit }) => ({ visits, weight: Math.exp(fit - best) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.map(({ visits, weight }) => ({ visits, weight: weight / total }));
}

/**
 * The one number of visits that leaves a group of `own` visits as unsure of a share as all the weighed ones do together.
 * @example effectiveVisits([{ visits: 3, weight: 1 }], 10) // 3
 */
export function effectiveVisits(weights: readonly WeighedVisits[], own: number): number {
  return 1 / weights.reduce((sum, { visits, weight }) => sum + weight / (own + visits + 1), 0) - own - 1;
}

/** Negative binomial, without what does not depend on the prior. */
function logLikelihood({ observed, expected, share }: CauseCounts, visits: number): number {
  if (observed === 0 && expected === 0) return 0;
  const k = visits * Math.max(share, LEAST_SHARE);
  const mean = Math.max(expected, LEAST_SHARE);
  return (
    logGamma(k + observed) -
    logGamma(k) +
    k * Math.log(k) -
    (k + observed) * Math.log(k + mean) +
    observed * Math.log(mean)
  );
}
