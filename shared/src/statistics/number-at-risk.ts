import type { RiskTable } from './risk-table.ts';
import { lastNotAbove } from './step-function.ts';

/**
 * How many were under observation at an age: entry < age <= time. Say so beside any figure late in the tail; 0 beyond the data.
 *
 * @example numberAtRisk(kaplanMeier({ time: [1, 2, 3], event: [1, 1, 0] }), 1.5) // 2
 */
export function numberAtRisk(table: RiskTable, age: number): number {
  const next = lastNotAbove(table.time, age - table.tieWidth) + 1;
  const late = table.lateEntry;
  // The next age of the table knows everybody at risk then; those who enter between now and then are not there yet.
  const nextAge = table.time[next];
  if (nextAge === undefined) return 0;
  const enteredByNext = lastNotAbove(late, nextAge - table.tieWidth);
  const enteredByNow = lastNotAbove(late, Math.min(age, nextAge) - table.tieWidth);
  return (table.atRisk[next] ?? 0) - (enteredByNext - enteredByNow);
}
