/** Forecasts that have come due: the probability that was said, and what happened (1 or 0), row by row. */
export interface ScoredForecasts {
  readonly forecast: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
}

/**
 * How far were the forecasts off? The mean of (p - y)², 0 to 1, smaller is better (Brier 1950). Null for no forecasts.
 *
 * @example brierScore({ forecast: [0.8, 0.3], outcome: [1, 0] }) // 0.065
 */
export function brierScore({ forecast, outcome }: ScoredForecasts): number | null {
  let sum = 0;
  for (let i = 0; i < forecast.length; i += 1) sum += ((forecast[i] ?? 0) - (outcome[i] ?? 0)) ** 2;
  return forecast.length === 0 ? null : sum / forecast.length;
}
