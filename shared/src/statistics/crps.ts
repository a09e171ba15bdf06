/**
 * How good was a whole forecast distribution, given by samples of it? The continuous ranked probability score: mean |s - y| -
 * mean |s - s'| / 2 over all ordered pairs (Gneiting and Raftery 2007). In the unit of y; smaller is better; for a single
 * sample it is the absolute error. Null for no samples. Cost: one sort.
 *
 * @example crpsOfSamples([1, 3], 2) // 0.5
 */
export function crpsOfSamples(samples: ArrayLike<number>, y: number): number | null {
  const sorted = Float64Array.from(samples).sort();
  const m = sorted.length;
  if (m === 0) return null;
  let error = 0;
  let spread = 0;
  for (let i = 0; i < m; i += 1) {
    const sample = sorted[i] ?? 0;
    error += Math.abs(sample - y);
    // Sum of all |s - s'| over unordered pairs: each sample counts once for every one below it, minus those above.
    spread += (2 * i - m + 1) * sample;
  }
  return error / m - spread / (m * m);
}
