import type { ScoredForecasts } from './brier-score.ts';

/** A forecast of exactly 0 or 1 that fails would cost infinitely much: forecasts count as at least this far from both. */
const CLIP = 1e-6;

/**
 * How surprised were we? The mean of -log(probability given to what happened), in nats; punishes false certainty hardest.
 * Forecasts are clipped to [1e-6, 1 - 1e-6]. Null for no forecasts.
 *
 * @example logLoss({ forecast: [0.8, 0.3], outcome: [1, 0] }) // 0.2899
 */
export function logLoss({ forecast, outcome }: ScoredForecasts): number | null {
  let sum = 0;
  for (let i = 0; i < forecast.length; i += 1) {
    const p = clippedProbability(forecast[i] ?? 0);
    sum -= (outcome[i] ?? 0) > 0 ? Math.log(p) : Math.log1p(-p);
  }
  return forecast.length === 0 ? null : sum / forecast.length;
}

/** A probability kept away from 0 and 1 by one in a million, so that its logarithm and its logit exist. */
export function clippedProbability(p: number): number {
  return Math.min(1 - CLIP, Math.max(CLIP, p));
}
