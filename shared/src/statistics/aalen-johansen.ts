import type { DurationSample } from './duration-sample.ts';
import { type SurvivalCurve, kaplanMeier } from './kaplan-meier.ts';

/** Competing ways out: the survival curve and, for each cause, the share that has left by it. */
export interface CompetingRisksCurve extends SurvivalCurve {
  /** cumulativeIncidence[k - 1][i]: the share that has left by cause k at or before time[i]. */
  readonly cumulativeIncidence: readonly Float64Array[];
}

/**
 * Which way do they leave, and when? The probability to have left by cause k at or before t:
 * F_k(t) = sum over u <= t of S(u-) d_k(u) / n(u) (Aalen and Johansen 1978), so that sum of F_k + S = 1 at every age.
 * (1 - Kaplan-Meier of one cause, the others censored, overstates this and is wrong.)
 *
 * Censored rows count as "at least this long". There are as many causes as the highest event code, or `causes` if more.
 * Standard errors: incidenceStandardErrors. Reading the curve off at an age: stepValue.
 *
 * @throws RangeError for impossible durations (see riskTable).
 * @example aalenJohansen({ time: [1, 2, 3], event: [1, 2, 0] }).cumulativeIncidence // [[1/3, 1/3, 1/3], [0, 1/3, 1/3]]
 */
export function aalenJohansen(sample: DurationSample, causes = 0): CompetingRisksCurve {
  const curve = kaplanMeier(sample);
  const { time, atRisk, survival } = curve;
  const cumulativeIncidence: Float64Array[] = [];
  const never = new Float64Array(time.length); // Of all causes by which nobody left.
  for (let k = 0; k < Math.max(causes, curve.eventsByCause.length); k += 1) {
    const exits = curve.eventsByCause[k];
    if (exits === undefined || isNever(exits)) {
      cumulativeIncidence.push(never);
      continue;
    }
    const incidence = new Float64Array(time.length);
    let sum = 0;
    for (let i = 0; i < time.length; i += 1) {
      const d = exits[i] ?? 0;
      if (d > 0) sum += ((i === 0 ? 1 : (survival[i - 1] ?? 0)) * d) / (atRisk[i] ?? 0);
      incidence[i] = sum;
    }
    cumulativeIncidence.push(incidence);
  }
  return { ...curve, cumulativeIncidence };
}

function isNever(exits: Float64Array): boolean {
  for (let i = 0; i < exits.length; i += 1) if ((exits[i] ?? 0) > 0) return false;
  return true;
}
