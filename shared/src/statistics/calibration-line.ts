import type { ScoredForecasts } from './brier-score.ts';
import { clippedProbability } from './log-loss.ts';

/** logit P(success) = intercept + slope × logit(forecast). Perfect: intercept 0, slope 1. */
export interface CalibrationLine {
  readonly intercept: number;
  /** Below 1: the forecasts are too extreme; above 1: too timid. */
  readonly slope: number;
  readonly interceptStandardError: number;
  readonly slopeStandardError: number;
}

const MAX_STEPS = 100;

/**
 * Are the forecasts too bold or too timid, too high or too low? Logistic regression of the outcome on the forecast's logit
 * (Cox 1958) by Newton's method with step halving; forecasts are clipped at 1e-6. Null where it has no finite answer: one
 * class only, one forecast only, or forecasts that part successes and failures perfectly.
 *
 * @example calibrationLine(scored)?.slope // 1.25
 */
export function calibrationLine({ forecast, outcome }: ScoredForecasts): CalibrationLine | null {
  const x = Float64Array.from(forecast, (p) => {
    const clipped = clippedProbability(p);
    return Math.log(clipped / (1 - clipped));
  });
  let line = { intercept: 0, slope: 1 };
  let fit = likelihood(line, x, outcome);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const determinant = fit.h00 * fit.h11 - fit.h01 * fit.h01;
    if (!(determinant > 1e-12 * fit.h00 * fit.h11)) return null;
    const moveIntercept = (fit.h11 * fit.g0 - fit.h01 * fit.g1) / determinant;
    const moveSlope = (fit.h00 * fit.g1 - fit.h01 * fit.g0) / determinant;
    if (Math.abs(moveIntercept) + Math.abs(moveSlope) < 1e-11 * (1 + Math.abs(line.intercept) + Math.abs(line.slope)))
      return {
        ...line,
        interceptStandardError: Math.sqrt(fit.h11 / determinant),
        slopeStandardError: Math.sqrt(fit.h00 / determinant),
      };
    let scale = 1;
    let next = line;
    let nextFit = fit;
    do {
      next = { intercept: line.intercept + scale * moveIntercept, slope: line.slope + scale * moveSlope };
      nextFit = likelihood(next, x, outcome);
      scale /= 2;
    } while (nextFit.logLikelihood < fit.logLikelihood - 1e-12 * Math.abs(fit.logLikelihood) && scale > 1e-6);
    line = next;
    fit = nextFit;
    // The likelihood of a perfect separation grows for ever: its answer is infinite.
    if (fit.logLikelihood > -1e-9) return null;
  }
  return null;
}

/** Log-likelihood with its gradient (g) and negative second derivatives (h). */
function likelihood(line: { intercept: number; slope: number }, x: Float64Array, outcome: ArrayLike<number>) {
  let logLikelihood = 0;
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const logit = x[i] ?? 0;
    const eta = line.intercept + line.slope * logit;
    const p = 1 / (1 + Math.exp(-eta));
    const y = outcome[i] ?? 0;
    logLikelihood -= y > 0 ? softPlus(-eta) : softPlus(eta);
    const weight = p * (1 - p);
    g0 += y - p;
    g1 += (y - p) * logit;
    h00 += weight;
    h01 += weight * logit;
    h11 += weight * logit * logit;
  }
  return { logLikelihood, g0, g1, h00, h01, h11 };
}

/** log(1 + e^x) without overflow. */
function softPlus(x: number): number {
  return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
}
