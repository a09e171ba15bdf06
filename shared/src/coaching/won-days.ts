import type { KnownVisits } from '../analytics/known-visits.ts';
import { DAY_MS } from '../history/instant.ts';
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
  const byStage = known.stageIds.map((): number[] => []);
  for (const { outcome, from, to } of paths) {
    if (outcome !== 'won') continue;
    const last = new Map<number, number>();
    for (let row = from; row < to; row += 1) if (known.stageOf(row) >= 0) last.set(known.stageOf(row), row);
    for (const [stage, row] of last) {
      if (known.isLate(row)) continue;
      byStage[stage]?.push((known.endOf(row) - (known.table.enteredAt[row] ?? 0)) / DAY_MS);
    }
  }
  return byStage.map((days) => ({ deals: days.length, days: thinned(days) }));
}

function thinned(days: number[]): readonly number[] {
  const ascending = days.sort((a, b) => a - b);
  const points = Math.min(POINTS, ascending.length);
  return Array.from({ length: points }, (_, place) => {
    const rank = Math.floor(((place + 0.5) * ascending.length) / points);
    return Math.round((ascending[rank] ?? 0) * 10) / 10;
  });
}
