import { sampleQuantile } from './sample-quantile.ts';

/**
 * By how much does a series change per period? The median of the slopes of all pairs (Sen 1968): one wild period hardly
 * moves it. Null for fewer than two values. Cost: pairs of values.
 *
 * @example senSlope([1, 2, 3, 100]) // 1
 */
export function senSlope(values: readonly number[]): number | null {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i += 1)
    for (let j = i + 1; j < values.length; j += 1) slopes.push(((values[j] ?? 0) - (values[i] ?? 0)) / (j - i));
  return sampleQuantile(slopes, 0.5);
}
