import type { OverviewChange } from '../contract/overview-report.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';

export const LEVEL = 0.95;
export const ENOUGH = 20;

/** What came and went, deal by deal, between two figures. */
export interface DealEvents {
  readonly count: number;
  /** Sum of the squares of what each brought or took. */
  readonly squares: number;
}

/**
 * Where every deal counts as one: a deal more on one side is one fewer on the other, so that differences go in steps of two, of
 * which half is left in doubt on either side. Without it 21 deals were called a change in 8 of 100 quiet cases.
 */
const HALF_STEP = 1;

/**
 * Is a difference more than the coming and going of deals makes by chance? Deals are taken to come at random (compound
 * Poisson): the variance of a sum is the sum of the squares of its parts. Counts of deals are whole (continuity correction).
 * Below 20 events: insufficient.
 * @example changeOfDeals(12_000, { count: 60, squares: 9e8 }).verdict // 'no-clear-change'
 */
export function changeOfDeals(difference: number, { count, squares }: DealEvents): OverviewChange {
  if (count < ENOUGH) return { verdict: 'insufficient', difference, low: null, high: null };
  const margin = twoSidedZ(LEVEL) * Math.sqrt(squares) + (squares === count ? HALF_STEP : 0);
  return changeWithin(difference, difference - margin, difference + margin);
}

/** Clear is a difference whose 95 % interval leaves out 0. */
export function clearChange(difference: number, standardError: number): OverviewChange {
  const margin = twoSidedZ(LEVEL) * standardError;
  return changeWithin(difference, difference - margin, difference + margin);
}

export function changeWithin(difference: number, low: number, high: number): OverviewChange {
  return { verdict: low > 0 ? 'up' : high < 0 ? 'down' : 'no-clear-change', difference, low, high };
}
