import type { DurationSample } from './duration-sample.ts';
import { type RiskTable, riskTable } from './risk-table.ts';

/** A Kaplan-Meier curve: one element for every distinct age of an exit or a censoring. */
export interface SurvivalCurve extends RiskTable {
  /** S(t): the share still there after `time[i]`. 1 before the first age. */
  readonly survival: Float64Array;
  /** Greenwood's standard error of log S(t); NaN once S is 0. */
  readonly logStandardError: Float64Array;
}

/**
 * What share is still there after a given age, when some have not left yet (censored) and some were seen late?
 * S(t) = product over exit ages u <= t of (1 - d(u) / n(u)) (Kaplan and Meier 1958);
 * se(log S)^2 = sum of d / (n (n - d)) (Greenwood 1926).
 *
 * At equal ages exits come before censorings. All causes of exit count alike. When late entry leaves the risk set empty,
 * S is 0 from then on. An empty sample gives an empty curve (S = 1 everywhere).
 *
 * @throws RangeError for impossible durations (see riskTable).
 * @example kaplanMeier({ time: [1, 2, 3], event: [1, 0, 1] }).survival // 2/3, 2/3, 0
 */
export function kaplanMeier(sample: DurationSample): SurvivalCurve {
  const table = riskTable(sample);
  const length = table.time.length;
  const survival = new Float64Array(length);
  const logStandardError = new Float64Array(length);
  let s = 1;
  let greenwood = 0;
  for (let i = 0; i < length; i += 1) {
    const n = table.atRisk[i] ?? 0;
    const d = table.events[i] ?? 0;
    if (d > 0) {
      s *= (n - d) / n;
      greenwood += d / (n * (n - d));
    }
    survival[i] = s;
    logStandardError[i] = s > 0 ? Math.sqrt(greenwood) : Number.NaN;
  }
  return { ...table, survival, logStandardError };
}
