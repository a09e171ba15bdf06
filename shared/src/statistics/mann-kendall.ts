import { chiSquareUpperTail } from './chi-square.ts';

export interface TrendTest {
  /** Rising minus falling pairs. */
  readonly score: number;
  /** Variance of the score without a trend, corrected for ties. */
  readonly variance: number;
  /** Standardised score with continuity correction. */
  readonly z: number;
  /** Two-sided, normal approximation. */
  readonly pValue: number;
  /** Kendall's tau-b between order and value, -1 to 1; null for a constant series. */
  readonly tau: number | null;
  readonly pairs: number;
}

/**
 * Does a series rise or fall, whatever its shape? Mann's test (1945) with Kendall's variance corrected for ties and a
 * continuity correction: z = (S - sign S) / sqrt(var S).
 *
 * Leave out the unfinished period, and ask for at least 8 periods before showing the answer. It takes neighbouring periods
 * as independent. A constant or shorter-than-two series has no trend: z = 0, p = 1. Cost: pairs of values.
 *
 * @example mannKendall([1, 2, 3, 4, 5, 6, 7, 8]) // score 28, z 3.34, pValue 0.00084, tau 1
 */
export function mannKendall(values: readonly number[]): TrendTest {
  const n = values.length;
  const pairs = (n * (n - 1)) / 2;
  let score = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) score += Math.sign((values[j] ?? 0) - (values[i] ?? 0));
  let variance = n * (n - 1) * (2 * n + 5);
  let tiedPairs = 0;
  for (const t of tieSizes(values)) {
    variance -= t * (t - 1) * (2 * t + 5);
    tiedPairs += (t * (t - 1)) / 2;
  }
  variance /= 18;
  const z = variance > 0 ? (score - Math.sign(score)) / Math.sqrt(variance) : 0;
  return {
    score,
    variance,
    z,
    pValue: chiSquareUpperTail(z * z, 1),
    tau: pairs > tiedPairs ? score / Math.sqrt(pairs * (pairs - tiedPairs)) : null,
    pairs,
  };
}

function tieSizes(values: readonly number[]): Iterable<number> {
  const sizes = new Map<number, number>();
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A series holds finite values, got ${value}.`);
    sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  return sizes.values();
}
