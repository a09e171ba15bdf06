import type { HeadlineView } from '../contract/deal-coaching.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { WonDays } from './won-days.ts';
import { shareGoneBy } from './share-gone-by.ts';

const ENOUGH_WON = 10;
const LEVEL = 0.95;

/** The age in the stage, and the share of the deals won from here that were over it by then (Wilson's interval). */
export function headlineOf(ageDays: number, wonDays: WonDays | null): HeadlineView {
  const n = wonDays?.deals ?? 0;
  const value = wonDays === null ? null : shareGoneBy(wonDays, ageDays);
  if (value === null || n < ENOUGH_WON)
    return { ageDays, shareOfWonGoneByNow: { kind: 'insufficient', n, needed: ENOUGH_WON } };
  const { low, high } = wilsonInterval(value * n, n, LEVEL);
  const limits = { low: Math.min(low, value), high: Math.max(high, value) };
  return { ageDays, shareOfWonGoneByNow: { kind: 'estimate', value, ...limits, level: LEVEL, n, from: 'stage' } };
}
