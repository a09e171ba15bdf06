import { AGE_EDGES_MS, ageBin } from './age-bins.ts';
import type { StageHazards } from './stage-hazards.ts';

/** The share of visits that leave to a group of destinations by an age, and how sure that is. */
export interface ExitShare {
  readonly value: number;
  /** Plain yes-or-no trials whose rate would be as uncertain: p (1 - p) / variance. */
  readonly trials: number;
}

/** A part of an age bin, as the visits in question pass through it. */
interface Passage {
  readonly bin: number;
  /** Of the bin's width. */
  readonly fraction: number;
  /** Still there at its beginning, and leaving in it, of all in question. */
  readonly before: number;
  readonly leaving: number;
}

/**
 * Of the visits still there at an age, which share leaves to a group of destinations within a time from then?
 * F(t) = sum over age bins of S h_group (Aalen-Johansen on the life table). Its variance by the delta method, each bin's
 * exits being multinomial with n - c / 2 trials (Marubini and Valsecchi 1995); pooled bins vary together. Where there is no
 * variance (nobody left) the visits at risk are the trials.
 * @example exitShare(hazards, new Set([1]), { fromMs: 0, toMs: 14 * DAY_MS }) // { value: 0.42, trials: 130 }
 */
export function exitShare(
  hazards: StageHazards,
  group: ReadonlySet<number>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): ExitShare {
  const passages = passagesOf(hazards, fromMs, toMs);
  const shareOf = (bin: number): number => groupShare(hazards, group, bin);
  const value = passages.reduce((sum, { bin, leaving }) => sum + leaving * shareOf(bin), 0);
  const variance = varianceOf(hazards, passages, { shareOf, value });
  const p = Math.min(1, value);
  const atRisk = hazards.atRisk[ageBin(fromMs)] ?? 0;
  return { value: p, trials: Math.max(1, variance > 1e-12 ? (p * (1 - p)) / variance : atRisk) };
}

function passagesOf({ added }: StageHazards, fromMs: number, toMs: number): readonly Passage[] {
  const passages: Passage[] = [];
  let before = 1;
  for (let bin = ageBin(fromMs), at = fromMs; at < toMs; bin += 1) {
    const [binFrom, binTo] = [AGE_EDGES_MS[bin] ?? 0, AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY];
    const until = Math.min(binTo, toMs);
    const fraction = (until - at) / (binTo - binFrom);
    const leaving = -before * Math.expm1(-(added[bin] ?? 0) * fraction);
    passages.push({ bin, fraction, before, leaving });
    before -= leaving;
    at = until;
  }
  return passages;
}

/**
 * With h the hazard of a bin, h_g its part to the group, and what still leaves to the group later, of those who pass, R:
 * dF / dh_g = S - R, dF / d(h - h_g) = -R; a fraction f of a bin takes part with f.
 */
function varianceOf(
  { added, trials, pooledFrom }: StageHazards,
  passages: readonly Passage[],
  { shareOf, value }: { readonly shareOf: (bin: number) => number; readonly value: number },
): number {
  let variance = 0;
  let [toGroup, toOthers, later] = [0, 0, value];
  for (const [i, { bin, fraction, before, leaving }] of passages.entries()) {
    later -= leaving * shareOf(bin);
    const passing = before > leaving ? (later * before) / (before - leaving) : 0;
    toGroup += fraction * (before - passing);
    toOthers -= fraction * passing;
    if (bin >= pooledFrom && i + 1 < passages.length) continue;
    const hazard = -Math.expm1(-(added[bin] ?? 0));
    const [own, others] = [hazard * shareOf(bin), hazard * (1 - shareOf(bin))];
    const mean = own * toGroup + others * toOthers;
    const n = trials[bin] ?? 0;
    if (n > 0) variance += (own * toGroup ** 2 + others * toOthers ** 2 - mean ** 2) / n;
    [toGroup, toOthers] = [0, 0];
  }
  return variance;
}

function groupShare({ shares, destinations }: StageHazards, group: ReadonlySet<number>, bin: number): number {
  let sum = 0;
  for (const k of group) sum += shares[bin * destinations + k] ?? 0;
  return sum;
}
