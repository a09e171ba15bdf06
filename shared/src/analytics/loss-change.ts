import type { Estimate } from '../contract/estimate.ts';
import { incidenceStandardErrors } from '../statistics/incidence-standard-errors.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { stepValue } from '../statistics/step-function.ts';
import { fisherExactPValue, newcombeInterval, twoProportionsTest } from '../statistics/two-proportions.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { LOST, type WindowCurve, type WindowSample } from './window-sample.ts';

const LEVEL = 0.95;
const ENOUGH_EXITS = 20;
/** Pearson's test wants at least this many expected in each cell. */
const ENOUGH_EXPECTED = 5;

export interface LossChange {
  /** Of visits that enter the stage, the share that is lost from it by the age up to which dwell counts (Aalen-Johansen). */
  readonly incidence: Estimate;
  /** Of the visits that ended in the period, the share that was lost; before; and the difference. */
  readonly share: Estimate;
  readonly shareBefore: Estimate;
  readonly difference: Estimate;
  readonly pValue: number | null;
}

/**
 * Did a stage come to lose more of its deals? Of the visits that ended in either period the shares lost, with Wilson's
 * intervals, their difference with Newcombe's, and Pearson's test (Fisher's where a cell is thin). Needs 20 exits in each.
 */
export function lossChange(watched: WindowCurve, before: WindowSample, upToMs: number): LossChange {
  const now = watched.sample;
  const counts = { x1: now.lost, n1: now.exits, x2: before.lost, n2: before.exits };
  const shares = { incidence: incidenceOf(watched, upToMs), share: shareOf(now), shareBefore: shareOf(before) };
  const n = Math.min(now.exits, before.exits);
  if (n < ENOUGH_EXITS) {
    return { ...shares, difference: { kind: 'insufficient', n, needed: ENOUGH_EXITS }, pValue: null };
  }
  const lost = (counts.x1 + counts.x2) / (counts.n1 + counts.n2);
  const isThin = n * Math.min(lost, 1 - lost) < ENOUGH_EXPECTED;
  return {
    ...shares,
    difference: {
      kind: 'estimate',
      value: counts.x1 / counts.n1 - counts.x2 / counts.n2,
      ...newcombeInterval(counts, LEVEL),
      level: LEVEL,
      n: counts.n1 + counts.n2,
      from: 'stage',
    },
    pValue: isThin ? fisherExactPValue(counts) : twoProportionsTest(counts).pValue,
  };
}

function shareOf({ lost, exits }: WindowSample): Estimate {
  if (exits < ENOUGH_EXITS) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS };
  const limits = wilsonInterval(lost, exits, LEVEL);
  return { kind: 'estimate', value: lost / exits, ...limits, level: LEVEL, n: exits, from: 'stage' };
}

function incidenceOf({ sample, curve }: WindowCurve, upToMs: number): Estimate {
  if (sample.exits < ENOUGH_EXITS) return { kind: 'insufficient', n: sample.exits, needed: ENOUGH_EXITS };
  const incidence = curve.cumulativeIncidence[LOST - 1] ?? new Float64Array(0);
  const value = stepValue(curve.time, incidence, upToMs, 0);
  const margin = twoSidedZ(LEVEL) * (incidenceStandardErrors(sample, curve, [upToMs])[LOST - 1]?.[0] ?? 0);
  const limits = { low: Math.max(0, value - margin), high: Math.min(1, value + margin) };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n: sample.time.length, from: 'stage' };
}
