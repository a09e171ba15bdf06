import { ascending } from './ascending.ts';

/**
 * The value below which a share p of complete (uncensored) values lies, by linear interpolation between order statistics
 * (type 7 of Hyndman and Fan 1996: R's and NumPy's default). Null for no values.
 *
 * Durations of which some are still running need survivalQuantile instead.
 *
 * @throws RangeError unless 0 <= p <= 1.
 * @example sampleQuantile([4, 1, 3, 2], 0.5) // 2.5
 */
export function sampleQuantile(values: ArrayLike<number>, p: number): number | null {
  return sortedQuantile(ascending(Float64Array.from(values)), p);
}

/** As sampleQuantile, for values that are in ascending order already. */
export function sortedQuantile(ascending: Float64Array, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${p}.`);
  const position = (ascending.length - 1) * p;
  const below = ascending[Math.floor(position)];
  const above = ascending[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
