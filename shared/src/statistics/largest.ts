import { ascending } from './ascending.ts';
import { lastNotAbove } from './step-function.ts';

/**
 * Which places hold the `count` largest values? 1 where one does; of equal values the first do. No value is NaN. Sorts the bare
 * values, which takes a tenth of the time of sorting places by a comparison.
 * @example largest(Float64Array.of(5, 9, 5), 2) // 1, 1, 0
 */
export function largest(values: Float64Array, count: number): Uint8Array {
  if (count <= 0) return new Uint8Array(values.length);
  if (count >= values.length) return new Uint8Array(values.length).fill(1);
  const sorted = ascending(values.slice());
  const from = sorted.length - count;
  const least = sorted[from] ?? Number.NaN;
  let equal = lastNotAbove(sorted, least) + 1 - from;
  return Uint8Array.from(values, (value) => {
    if (value > least) return 1;
    return value === least && equal-- > 0 ? 1 : 0;
  });
}
