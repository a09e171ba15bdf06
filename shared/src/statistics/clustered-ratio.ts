import type { Interval } from './interval.ts';
import { twoSidedZ } from './normal-distribution.ts';

export interface ClusteredRows {
  readonly numerator: ArrayLike<number>;
  readonly denominator: ArrayLike<number>;
  /** Which unit each row belongs to: rows of one cluster repeat each other, clusters are independent. Null: each row is one. */
  readonly cluster: ArrayLike<number | string> | null;
}

export interface ClusteredRatio extends Interval {
  readonly value: number;
  readonly standardError: number;
  readonly clusters: number;
}

/**
 * How sure is a mean or a ratio of sums when rows repeat the same units? Sum of numerators / sum of denominators with its
 * cluster-robust (linearised) standard error, sqrt(C / (C - 1) × sum over clusters of (sum of (a - ratio × b))²) / sum of b:
 * the limit of a bootstrap by cluster, without its noise. Denominators of 1 give the plain mean; with the squared errors of
 * two forecasts of the same rows, 1 - ratio is the skill of the one over the other.
 *
 * Null for fewer than two clusters or denominators that add up to 0.
 *
 * @example clusteredRatio({ numerator: [1, 3], denominator: [1, 1], cluster: ['a', 'b'] })?.value // 2
 */
export function clusteredRatio(
  { numerator, denominator, cluster }: ClusteredRows,
  level = 0.95,
): ClusteredRatio | null {
  if (denominator.length !== numerator.length || (cluster !== null && cluster.length !== numerator.length))
    throw new RangeError('Every row needs a numerator, a denominator and a cluster.');
  let [above, below] = [0, 0];
  for (let i = 0; i < numerator.length; i += 1) {
    above += numerator[i] ?? 0;
    below += denominator[i] ?? 0;
  }
  const value = above / below;
  const { places, clusters } = cluster === null ? { places: null, clusters: numerator.length } : numbered(cluster);
  const residuals = new Float64Array(clusters);
  for (let i = 0; i < numerator.length; i += 1) {
    const place = places === null ? i : (places[i] ?? 0);
    residuals[place] = (residuals[place] ?? 0) + (numerator[i] ?? 0) - value * (denominator[i] ?? 0);
  }
  if (clusters < 2 || below === 0) return null;
  let squares = 0;
  for (const residual of residuals) squares += residual * residual;
  const standardError = Math.sqrt((squares * clusters) / (clusters - 1)) / Math.abs(below);
  const margin = twoSidedZ(level) * standardError;
  return { value, standardError, low: value - margin, high: value + margin, clusters };
}

/** The clusters of rows as places from 0, in the order in which they come. */
function numbered(cluster: ArrayLike<number | string>) {
  const known = new Map<number | string, number>();
  const places = new Uint32Array(cluster.length);
  for (let i = 0; i < cluster.length; i += 1) {
    const key = cluster[i] ?? '';
    const place = known.get(key) ?? known.size;
    if (place === known.size) known.set(key, place);
    places[i] = place;
  }
  return { places, clusters: known.size };
}
