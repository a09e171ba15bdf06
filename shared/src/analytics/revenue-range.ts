import type { RevenueRange } from '../contract/forecast-report.ts';
import { revenueDraws } from '../model/revenue-forecast.ts';
import { widened } from '../statistics/conformal.ts';
import { sortedQuantile } from '../statistics/sample-quantile.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { majorUnits } from './open-deals.ts';
import type { WindowForecast } from './window-forecasts.ts';

const DRAWS = 2000;

/** What is said of an amount to come, with the draws behind it (ascending, minor units). */
export interface DrawnRange {
  readonly draws: Float64Array;
  /** Exact for the open part: no reason to draw it. */
  readonly mean: number;
}

/** Of the open deals alone. */
export function openRange({ open }: WindowForecast, seed: number): DrawnRange {
  const draws = revenueDraws({ closed: 0, open: open.distribution, newBusiness: null }, DRAWS, seededRandom(seed));
  return { draws, mean: open.mean };
}

/** Of deals to come alone; null where it cannot be told. */
export function newBusinessRange({ newBusiness }: WindowForecast): DrawnRange | null {
  if (newBusiness === null) return null;
  return { draws: Float64Array.from(newBusiness).sort(), mean: meanOf(newBusiness) };
}

/** Of both; null where deals to come cannot be told. */
export function totalRange({ open, newBusiness }: WindowForecast, seed: number): DrawnRange | null {
  if (newBusiness === null) return null;
  const draws = revenueDraws({ closed: 0, open: open.distribution, newBusiness }, DRAWS, seededRandom(seed));
  return { draws, mean: open.mean + meanOf(newBusiness) };
}

/**
 * The range in major units, on top of what is closed and certain; p10 and p90 of what is to come widened by a factor.
 * @example inMajorUnits(drawn, { closed: 120_000, widening: 1.2 }).p50
 */
export function inMajorUnits(
  { draws, mean }: DrawnRange,
  { closed, widening }: { readonly closed: number; readonly widening: number },
): RevenueRange {
  const { low, high } = widened({ low: quantile(draws, 0.1), high: quantile(draws, 0.9) }, widening);
  const [meanMajor, p10, p50, p90] = [mean, low, quantile(draws, 0.5), high].map((sum) => majorUnits(closed + sum));
  return { mean: meanMajor ?? 0, p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 };
}

export function quantile(draws: Float64Array, p: number): number {
  return sortedQuantile(draws, p) ?? 0;
}

function meanOf(draws: Float64Array): number {
  return draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
}
