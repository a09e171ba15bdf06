import { ascendingPlaces } from './ascending-places.ts';
import type { ScoredForecasts } from './brier-score.ts';
import { twoSidedZ } from './normal-distribution.ts';

export interface AreaUnderCurve {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Do those that succeed get the higher forecasts? The probability that a random success was given a higher forecast than a
 * random failure, ties counting one half: 0.5 is chance. It says nothing about calibration. Interval by DeLong, DeLong and
 * Clarke-Pearson (1988), cut to [0, 1]. Null when all or none succeeded; an error of NaN with a single row in a class.
 *
 * @example areaUnderCurve({ forecast: [0.9, 0.4, 0.2], outcome: [1, 0, 0] })?.value // 1
 */
export function areaUnderCurve({ forecast, outcome }: ScoredForecasts, level = 0.95): AreaUnderCurve | null {
  const successes: number[] = [];
  const failures: number[] = [];
  for (let i = 0; i < forecast.length; i += 1) ((outcome[i] ?? 0) > 0 ? successes : failures).push(forecast[i] ?? 0);
  if (successes.length === 0 || failures.length === 0) return null;
  const wins = placements(successes, failures);
  const losses = placements(failures, successes).map((share) => 1 - share);
  const value = mean(wins);
  const standardError = Math.sqrt(variance(wins) / wins.length + variance(losses) / losses.length);
  const margin = twoSidedZ(level) * standardError;
  return { value, standardError, low: Math.max(0, value - margin), high: Math.min(1, value + margin) };
}

/** For each value, the share of the others that lie below it, ties counting one half. */
function placements(values: readonly number[], others: readonly number[]): Float64Array {
  const sorted = Float64Array.from(others).sort();
  const shares = new Float64Array(values.length);
  let below = 0;
  let notAbove = 0;
  for (const index of ascendingPlaces(values)) {
    const value = values[index] ?? 0;
    while (below < sorted.length && (sorted[below] ?? 0) < value) below += 1;
    while (notAbove < sorted.length && (sorted[notAbove] ?? 0) <= value) notAbove += 1;
    shares[index] = (below + notAbove) / 2 / sorted.length;
  }
  return shares;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: Float64Array): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
