import type { CompetingRisksCurve } from './aalen-johansen.ts';
import type { DurationSample } from './duration-sample.ts';
import { wasWatched } from './risk-table.ts';
import { lastNotAbove, stepValue } from './step-function.ts';

/**
 * How sure is a cumulative incidence? Its infinitesimal-jackknife standard error (as R's survfit for multi-state curves):
 * the square root of the sum over subjects of (derivative of F_k(t) with respect to that subject's weight)².
 *
 * With h = d/n and H = F_k(t) - F_k(u), a subject at risk at u contributes (h H / (1 - h) - S(u-) h_k) / n for every age u
 * up to min(its time, t), and, when it leaves at u by cause j, (S(u-) [j = k] - H / (1 - h)) / n.
 * Sums over u are taken once, so that the cost is (rows + ages) × causes × number of ages asked for.
 *
 * @param curve the curve of that very sample.
 * @param at ages, in the curve's unit.
 * @returns one row for each cause, one element for each age; 0 before the first exit.
 * @example incidenceStandardErrors(sample, aalenJohansen(sample), [30])[0]?.[0] // se of F_1(30)
 */
export function incidenceStandardErrors(
  sample: DurationSample,
  curve: CompetingRisksCurve,
  at: readonly number[],
): Float64Array[] {
  const rows = placedRows(sample, curve);
  return curve.cumulativeIncidence.map((incidence, k) => {
    const influence = influenceOf(curve, incidence, k);
    return Float64Array.from(at, (age) => {
      const last = lastNotAbove(curve.time, age);
      return last < 0 ? 0 : rootSumOfSquares(rows, influence, last, stepValue(curve.time, incidence, age, 0));
    });
  });
}

/** Where each row stands in the table: the last index at or before its entry, and the index of its own age. */
interface PlacedRows {
  readonly enteredAfter: Int32Array;
  readonly left: Int32Array;
  readonly cause: Int32Array;
}

function placedRows(sample: DurationSample, curve: CompetingRisksCurve): PlacedRows {
  const { time, event } = sample;
  const enteredAfter = new Int32Array(time.length).fill(-1);
  const left = new Int32Array(time.length);
  const cause = new Int32Array(time.length);
  for (let i = 0; i < time.length; i += 1) {
    const entry = sample.entry?.[i] ?? 0;
    left[i] = lastNotAbove(curve.time, time[i] ?? 0);
    cause[i] = event[i] ?? 0;
    if (!wasWatched(entry, time[i] ?? 0, curve.tieWidth)) {
      // Never at risk: an empty span, and no exit.
      enteredAfter[i] = left[i] ?? -1;
      cause[i] = 0;
    } else if (entry > 0) enteredAfter[i] = lastNotAbove(curve.time, entry + curve.tieWidth);
  }
  return { enteredAfter, left, cause };
}

/** For cause k, the influence of being at risk through index i is `constant[i + 1] + F_k(t) slope[i + 1]`, and of leaving at i the exit terms. */
interface Influence {
  readonly cause: number;
  readonly constant: Float64Array;
  readonly slope: Float64Array;
  readonly exitByCause: Float64Array;
  readonly exitConstant: Float64Array;
  readonly exitSlope: Float64Array;
}

function influenceOf(curve: CompetingRisksCurve, incidence: Float64Array, k: number): Influence {
  const length = curve.time.length;
  const constant = new Float64Array(length + 1);
  const slope = new Float64Array(length + 1);
  const exitByCause = new Float64Array(length);
  const exitConstant = new Float64Array(length);
  const exitSlope = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    const n = curve.atRisk[i] ?? 0;
    const before = i === 0 ? 1 : (curve.survival[i - 1] ?? 0);
    const hazard = n === 0 ? 0 : (curve.events[i] ?? 0) / n;
    const hazardOfCause = n === 0 ? 0 : (curve.eventsByCause[k]?.[i] ?? 0) / n;
    // Where everybody left, nothing follows: F_k(t) - F_k(u) is 0, whatever it is divided by.
    const later = hazard < 1 && n > 0 ? 1 / ((1 - hazard) * n) : 0;
    const here = incidence[i] ?? 0;
    constant[i + 1] = (constant[i] ?? 0) - (n === 0 ? 0 : (before * hazardOfCause) / n) - hazard * later * here;
    slope[i + 1] = (slope[i] ?? 0) + hazard * later;
    exitByCause[i] = n === 0 ? 0 : before / n;
    exitConstant[i] = later * here;
    exitSlope[i] = -later;
  }
  return { cause: k + 1, constant, slope, exitByCause, exitConstant, exitSlope };
}

function rootSumOfSquares(rows: PlacedRows, influence: Influence, last: number, incidenceAt: number): number {
  const { constant, slope } = influence;
  let sum = 0;
  for (let row = 0; row < rows.left.length; row += 1) {
    const left = rows.left[row] ?? 0;
    const from = (rows.enteredAfter[row] ?? -1) + 1;
    const to = Math.min(left, last) + 1;
    if (to <= from) continue;
    let derivative =
      (constant[to] ?? 0) - (constant[from] ?? 0) + incidenceAt * ((slope[to] ?? 0) - (slope[from] ?? 0));
    const cause = rows.cause[row] ?? 0;
    if (cause > 0 && left <= last) {
      derivative += (influence.exitConstant[left] ?? 0) + incidenceAt * (influence.exitSlope[left] ?? 0);
      if (cause === influence.cause) derivative += influence.exitByCause[left] ?? 0;
    }
    sum += derivative * derivative;
  }
  return Math.sqrt(sum);
}
