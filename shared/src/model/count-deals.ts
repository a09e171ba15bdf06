import type { StageRole } from '../contract/pipelines.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';

/** Deals by where they were at an instant. Who had left for another pipeline, or was merged away, is not counted. */
export function countDeals(
  table: VisitTable,
  roleOf: (stageId: string) => StageRole,
  asOf: EpochMs,
): { readonly open: number; readonly won: number; readonly lost: number } {
  const counts = { open: 0, won: 0, lost: 0 };
  const roles = table.stageIds.map(roleOf);
  for (let row = 0; row < table.length; row += 1) {
    if ((table.enteredAt[row] ?? 0) > asOf) continue;
    if ((table.exitedAt[row] ?? Number.NaN) <= asOf) continue;
    const role = roles[table.stage[row] ?? 0] ?? 'open';
    if (role === 'lost') counts.lost += 1;
    else if (role === 'won' || role === 'post-win') counts.won += 1;
    else counts.open += 1;
  }
  return counts;
}
