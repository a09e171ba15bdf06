import { ascendingPlaces } from './ascending-places.ts';
import type { ScoredForecasts } from './brier-score.ts';

/** One bin of a reliability curve. */
export interface ReliabilityBin {
  readonly n: number;
  readonly meanForecast: number;
  readonly successes: number;
}

/**
 * Of the deals said to win with about p, how many did? Bins of equal width; empty ones are left out.
 *
 * @example reliabilityByWidth({ forecast: [0.05, 0.95], outcome: [0, 1] }, 10).length // 2
 */
export function reliabilityByWidth({ forecast, outcome }: ScoredForecasts, bins = 10): ReliabilityBin[] {
  const rows: number[][] = Array.from({ length: bins }, () => []);
  for (let i = 0; i < forecast.length; i += 1) rows[Math.min(bins - 1, Math.floor((forecast[i] ?? 0) * bins))]?.push(i);
  return rows.filter((bin) => bin.length > 0).map((bin) => summary(bin, { forecast, outcome }));
}

/**
 * The same with bins of equal mass, cut from a stable sort by forecast; the first n mod `bins` hold one more. Sturdier than
 * equal widths where forecasts crowd. Fewer rows than bins give one row a bin.
 *
 * @example reliabilityByMass({ forecast: [0.1, 0.2, 0.9], outcome: [0, 0, 1] }, 2).map((bin) => bin.n) // [2, 1]
 */
export function reliabilityByMass({ forecast, outcome }: ScoredForecasts, bins = 10): ReliabilityBin[] {
  const n = forecast.length;
  const order = ascendingPlaces(forecast);
  const result: ReliabilityBin[] = [];
  for (let bin = 0, from = 0; bin < Math.min(bins, n); bin += 1) {
    const to = from + Math.floor(n / bins) + (bin < n % bins ? 1 : 0);
    result.push(summary(order.subarray(from, to), { forecast, outcome }));
    from = to;
  }
  return result;
}

/**
 * Expected calibration error: by how much do forecasts and outcomes differ within the bins, on average over the rows?
 * Even a perfect forecast shows some by luck: about .013 on 7,000 rows. Null for no bins.
 *
 * @example expectedCalibrationError(reliabilityByMass(scored, 10))
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number | null {
  let rows = 0;
  let gap = 0;
  for (const bin of bins) {
    rows += bin.n;
    gap += Math.abs(bin.meanForecast * bin.n - bin.successes);
  }
  return rows === 0 ? null : gap / rows;
}

function summary(rows: Iterable<number> & ArrayLike<number>, { forecast, outcome }: ScoredForecasts): ReliabilityBin {
  let sum = 0;
  let successes = 0;
  for (const row of rows) {
    sum += forecast[row] ?? 0;
    successes += outcome[row] ?? 0;
  }
  return { n: rows.length, meanForecast: sum / rows.length, successes };
}
