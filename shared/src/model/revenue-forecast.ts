import { widened } from '../statistics/conformal.ts';
import { type GridDistribution, gridReader } from '../statistics/grid-distribution.ts';
import { sortedQuantile } from '../statistics/sample-quantile.ts';
import type { Random } from '../statistics/seeded-random.ts';

/** The three parts of a period's revenue, in minor units of one currency. */
export interface RevenueParts {
  /** Won in the period so far: certain. */
  readonly closed: number;
  readonly open: GridDistribution;
  /** Simulated sums of deals to come; null when unknown: the total then leaves them out, and must say so. */
  readonly newBusiness: Float64Array | null;
}

export interface RevenueQuantiles {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * Draws of the total: closed + a draw of the open part + a draw of new business, ascending. For quantiles (revenueQuantiles)
 * and scores (crpsOfSamples).
 *
 * @example revenueDraws({ closed: 0, open, newBusiness: null }, 2000, random).length // 2000
 */
export function revenueDraws({ closed, open, newBusiness }: RevenueParts, draws: number, random: Random): Float64Array {
  const reader = gridReader(open);
  return Float64Array.from({ length: draws }, (_, draw) => {
    const fresh = newBusiness === null || newBusiness.length === 0 ? 0 : newBusiness[draw % newBusiness.length];
    return closed + reader.draw(random) + (fresh ?? 0);
  }).sort();
}

/**
 * Mean, p10, p50 and p90 of ascending draws; p10 and p90 widened by what past forecasts missed by (wideningFactor; 1 leaves
 * them alone). What has been closed is certain: p10 never falls below it.
 *
 * @throws RangeError without draws.
 * @example revenueQuantiles(Float64Array.of(1, 2, 3), { widening: 1, closed: 0 }).p50 // 2
 */
export function revenueQuantiles(
  draws: Float64Array,
  { widening, closed }: { readonly widening: number; readonly closed: number },
): RevenueQuantiles {
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => sortedQuantile(draws, p) ?? Number.NaN);
  if (p10 === undefined || p50 === undefined || p90 === undefined || Number.isNaN(p50))
    throw new RangeError('A forecast needs draws.');
  const { low, high } = widened({ low: p10, high: p90 }, widening);
  return {
    mean: draws.reduce((sum, draw) => sum + draw, 0) / draws.length,
    p10: Math.max(closed, low),
    p50,
    p90: high,
  };
}
