import type { ScoredForecasts } from './brier-score.ts';

/**
 * The non-decreasing sequence nearest to the given one, in weighted squares: pool adjacent violators (Ayer et al. 1955).
 *
 * @param weights positive; all 1 when left out.
 * @example poolAdjacentViolators([3, 1, 2]) // [2, 2, 2]
 */
export function poolAdjacentViolators(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const means: number[] = [];
  const masses: number[] = [];
  const sizes: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    let mean = values[i] ?? 0;
    let mass = weights === undefined ? 1 : (weights[i] ?? 0);
    let size = 1;
    if (!(mass > 0)) throw new RangeError(`Weights are positive, got ${mass}.`);
    for (let before = means.at(-1); before !== undefined && before > mean; before = means.at(-1)) {
      const heavier = masses.at(-1) ?? 0;
      mean = (before * heavier + mean * mass) / (heavier + mass);
      mass += heavier;
      size += sizes.at(-1) ?? 0;
      means.pop();
      masses.pop();
      sizes.pop();
    }
    means.push(mean);
    masses.push(mass);
    sizes.push(size);
  }
  const fit = new Float64Array(values.length);
  let at = 0;
  means.forEach((mean, block) => {
    const size = sizes[block] ?? 0;
    fit.fill(mean, at, at + size);
    at += size;
  });
  return fit;
}

/** A rising step function: `fit[i]` is the rate at forecast `x[i]`, ascending in both. */
export interface IsotonicFit {
  readonly x: Float64Array;
  readonly fit: Float64Array;
}

/**
 * What rate does each forecast stand for, if a higher forecast never means a lower rate? Isotonic regression of the outcome
 * over the distinct forecasts, weighted by how often each was said. Use it to recalibrate, on past forecasts only.
 *
 * @example isotonicRegression({ forecast: [0.1, 0.5, 0.9], outcome: [0, 1, 1] }).fit // 0, 1, 1
 */
export function isotonicRegression({ forecast, outcome }: ScoredForecasts): IsotonicFit {
  const order = Array.from(forecast, (_, index) => index).sort((a, b) => (forecast[a] ?? 0) - (forecast[b] ?? 0));
  const x: number[] = [];
  const sums: number[] = [];
  const counts: number[] = [];
  for (const row of order) {
    const p = forecast[row] ?? 0;
    if (x.at(-1) !== p) {
      x.push(p);
      sums.push(0);
      counts.push(0);
    }
    const last = x.length - 1;
    sums[last] = (sums[last] ?? 0) + (outcome[row] ?? 0);
    counts[last] = (counts[last] ?? 0) + 1;
  }
  const rates = sums.map((sum, i) => sum / (counts[i] ?? 1));
  return { x: Float64Array.from(x), fit: poolAdjacentViolators(rates, counts) };
}
