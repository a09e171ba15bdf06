import type { Estimate } from '../contract/estimate.ts';
import { DAY_MS } from '../history/instant.ts';
import type { SurvivalCurve } from '../statistics/kaplan-meier.ts';
import { logRank } from '../statistics/log-rank.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { restrictedMean } from '../statistics/restricted-mean.ts';
import { twoGroupTable } from '../statistics/two-group-table.ts';
import { joinedSamples, type WindowCurve, windowCurve, type WindowSample } from './window-sample.ts';

const LEVEL = 0.95;
const ENOUGH_EXITS = 20;
/** Share of the mean that a gap in the watch may have cut off. */
const NEGLIGIBLE = 0.05;

export interface DwellChange {
  /** Restricted mean dwell in the period and the one before, days, and the difference. */
  readonly days: Estimate;
  readonly daysBefore: Estimate;
  readonly difference: Estimate;
  /** Log-rank, all ages taken together; null where it cannot be asked. */
  readonly pValue: number | null;
  /** The test says that visits now leave more slowly than before. */
  readonly isSlower: boolean;
}

/**
 * Did visits of a stage come to last longer? Restricted mean dwell (up to `upToMs`) of two periods by Kaplan-Meier with late
 * entry, its difference with a normal interval, and the log-rank test. Needs 20 exits in each, and a curve that does not end
 * early because for a moment nobody was watched.
 */
export function dwellChange(now: WindowCurve, before: WindowCurve, upToMs: number): DwellChange {
  const [current, earlier] = [meanDwell(now, upToMs), meanDwell(before, upToMs)];
  const days = estimateOf(current, now.sample);
  const daysBefore = estimateOf(earlier, before.sample);
  if (current === null || earlier === null) {
    const n = Math.min(now.sample.exits, before.sample.exits);
    const difference: Estimate = { kind: 'insufficient', n, needed: ENOUGH_EXITS };
    return { days, daysBefore, difference, pValue: null, isSlower: false };
  }
  const both = joinedSamples([before.sample, now.sample]);
  const isNow = Array.from({ length: both.time.length }, (_, row) => row >= before.sample.time.length);
  const test = logRank(twoGroupTable(both, isNow));
  const value = current.value - earlier.value;
  const margin = twoSidedZ(LEVEL) * Math.hypot(current.standardError, earlier.standardError);
  return {
    days,
    daysBefore,
    difference: {
      kind: 'estimate',
      value,
      low: value - margin,
      high: value + margin,
      level: LEVEL,
      n: both.time.length,
      from: 'stage',
    },
    pValue: test.pValue,
    isSlower: test.observed[1] < test.expected[1],
  };
}

/** Restricted mean dwell in days, up to `upToMs`, with its interval; below 20 exits, or where the watch has a gap: insufficient. */
export function meanDwellDays(sample: WindowSample, upToMs: number): Estimate {
  return estimateOf(meanDwell(windowCurve(sample), upToMs), sample);
}

/** In days. */
export interface MeanDays {
  readonly value: number;
  readonly standardError: number;
}

/** The same with its standard error; null: insufficient. */
export function meanDwell({ sample, curve }: WindowCurve, upToMs: number): MeanDays | null {
  if (sample.exits < ENOUGH_EXITS) return null;
  const { value, standardError } = restrictedMean(curve, upToMs);
  if (lostArea(curve, upToMs) > NEGLIGIBLE * value) return null;
  return { value: value / DAY_MS, standardError: standardError / DAY_MS };
}

/**
 * Under late entry the last visit at risk may leave while others come under observation at later ages: S is 0 from there on,
 * and at most S before it × the time left was cut off.
 */
export function lostArea({ time, survival }: SurvivalCurve, upToMs: number): number {
  const emptied = survival.indexOf(0);
  if (emptied < 0 || emptied === time.length - 1) return 0;
  return (emptied === 0 ? 1 : (survival[emptied - 1] ?? 1)) * Math.max(0, upToMs - (time[emptied] ?? 0));
}

function estimateOf(mean: MeanDays | null, { exits, time }: WindowSample): Estimate {
  if (mean === null) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS };
  const margin = twoSidedZ(LEVEL) * mean.standardError;
  const limits = { low: Math.max(0, mean.value - margin), high: mean.value + margin };
  return { kind: 'estimate', value: mean.value, ...limits, level: LEVEL, n: time.length, from: 'stage' };
}
