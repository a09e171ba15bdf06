import type { WonDays } from './won-days.ts';

/** Of the deals that were won after a stay in a stage, the share whose stay was over by an age; null without any. */
export function shareGoneBy({ days }: WonDays, ageDays: number): number | null {
  if (days.length === 0) return null;
  return days.filter((spent) => spent <= ageDays).length / days.length;
}
