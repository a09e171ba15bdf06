import type { Estimate } from '../contract/estimate.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';

/** A share of visits with Wilson's interval; below 20: insufficient. */
export function shareOfVisits(x: number, n: number, from: 'stage' | 'source' | 'pipeline' = 'stage'): Estimate {
  if (n < ENOUGH) return { kind: 'insufficient', n, needed: ENOUGH };
  return { kind: 'estimate', value: x / n, ...wilsonInterval(x, n, LEVEL), level: LEVEL, n, from };
}
