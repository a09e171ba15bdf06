import type { KnownVisits } from '../analytics/known-visits.ts';
import { DAY_MS } from '../history/instant.ts';
import { ascending } from '../statistics/ascending.ts';
import { growingColumn } from '../statistics/growing-column.ts';
import type { DealPath } from './deal-paths.ts';

/** How long deals were in a stage that were won afterwards. */
export interface WonDays {
  readonly deals: number;
  /** Ascending; of many deals the middles of fifty equal parts. */
  readonly days: readonly number[];
}

const POINTS = 50; // A share read from them is at most a point off.

/** By live stage: days of the last visit before the win. Visits whose beginning is not known are left out. */
export function wonDaysByStage(known: KnownVisits, paths: readonly DealPath[]): readonly WonDays[] {
  const byStage = known.stageIds.map(() => growingColumn());
  const seenIn = new Int32Array(known.stageIds.length).fill(-1);
  for (const { outcome, from, to } of paths) {
    if (outcome !== 'won') continue;
    // Backwards: what comes first is the last visit.
    for (let row = to - 1; row >= from; row -= 1) {
      const stage = known.stageOf(row);
      if (stage < 0 || seenIn[stage] === from) continue;
      seenIn[stage] = from;
      if (known.isLate(row)) continue;
      byStage[stage]?.add((known.endOf(row) - (known.table.enteredAt[row] ?? 0)) / DAY_MS);
    }
  }
  return byStage.map((column) => {
    const days = ascending(column.values());
    return { deals: days.length, days: thinned(days) };
  });
}

function thinned(days: Float64Array): readonly number[] {
  const points = Math.min(POINTS, days.length);
  return Array.from({ length: points }, (_, place) => {
    const rank = Math.floor(((place + 0.5) * days.length) / points);
    return Math.round((days[rank] ?? 0) * 10) / 10;
  });
}
