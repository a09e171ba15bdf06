import { twoSidedZ } from '../statistics/normal-distribution.ts';

/** A ratio that would be 1 if there were no difference, with its standard error. */
export interface MeasuredRatio {
  readonly value: number;
  readonly standardError: number;
}

export interface ShrunkRatio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const GRID = 200;

/**
 * How much do several ratios differ in truth? Each shrunk towards 1 by as much as all together say that reps differ less than
 * they seem to: ratio ~ N(true, se²), true ~ N(1, tau²), averaged over all tau in [0, 1] by how well they explain the ratios
 * (uniform prior on tau: Gelman 2006). Averaging keeps an interval where the best tau is 0. Interval: normal, of the posterior
 * mean and variance. None given: none.
 * @example shrunkRatios([{ value: 1.5, standardError: 0.3 }, { value: 0.9, standardError: 0.1 }])
 */
export function shrunkRatios(ratios: readonly MeasuredRatio[], level = 0.95): readonly ShrunkRatio[] {
  const taus = Array.from({ length: GRID }, (_, place) => (place + 0.5) / GRID);
  const logWeights = taus.map((tau) => ratios.reduce((sum, ratio) => sum + logDensity(ratio, tau), 0));
  const highest = Math.max(...logWeights);
  const weights = logWeights.map((weight) => Math.exp(weight - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ratios.map(({ value, standardError }) => {
    let [mean, square] = [0, 0];
    for (const [place, tau] of taus.entries()) {
      const kept = tau ** 2 / (tau ** 2 + standardError ** 2);
      const at = 1 + (value - 1) * kept;
      const weight = (weights[place] ?? 0) / total;
      mean += weight * at;
      square += weight * (at ** 2 + kept * standardError ** 2);
    }
    const margin = twoSidedZ(level) * Math.sqrt(Math.max(0, square - mean ** 2));
    return { value: mean, low: Math.max(0, mean - margin), high: mean + margin };
  });
}

function logDensity({ value, standardError }: MeasuredRatio, tau: number): number {
  const variance = tau ** 2 + standardError ** 2;
  return -(Math.log(variance) + (value - 1) ** 2 / variance) / 2;
}
