import { valueAt } from '../history/change-column.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';

/** Index into `ownerIds` of whom a visit counts for in a period; 0: nobody. */
export type OwnerOfVisit = (row: number, period: Period) => number;

/** The owner when the visit ended, or at the end of the period while it ran. */
export function ownerThen(table: VisitBlock, known: KnownVisits): OwnerOfVisit {
  return (row, { toAt }) => {
    const until = Math.min(toAt, known.asOf + 1);
    if (known.endOf(row) < until) return table.owner[row] ?? 0;
    return valueAt(table.owners, table.deal[row] ?? 0, until - 1) || 0;
  };
}

/** The owner as of the report's instant, whoever it was before: whom the filters by people go by. */
export function ownerAsOf(table: VisitBlock, known: KnownVisits): OwnerOfVisit {
  return (row) => valueAt(table.owners, table.deal[row] ?? 0, known.asOf) || 0;
}

/** Whom a deal is of at an instant; the empty id: nobody. */
export function ownerOfDeal(table: VisitBlock, deal: number, asOf: EpochMs): string {
  return table.ownerIds[valueAt(table.owners, deal, asOf) || 0] ?? '';
}

/** Whether a visit of a live stage ran in a period. */
export function isInPlay(known: KnownVisits, row: number, { fromAt, toAt }: Period): boolean {
  // First what leaves most rows out: a period is a small part of all that is known.
  if (!((known.table.enteredAt[row] ?? Number.NaN) < toAt && known.endOf(row) >= fromAt)) return false;
  return known.stageOf(row) >= 0 && known.isKnown(row);
}

/**
 * Whose deals were in live stages, by period? These are the reps that figures of the period rest on, and so the group behind
 * them (law L7).
 * @returns owner ids, by period
 */
export function repsInPlay(
  known: KnownVisits,
  periods: readonly Period[],
  ownerOf: OwnerOfVisit,
): readonly ReadonlySet<string>[] {
  const { ownerIds, length } = known.table;
  const seen = periods.map((period) => ({ period, isSeen: new Uint8Array(ownerIds.length) }));
  const ever = {
    fromAt: periods.reduce((first, { fromAt }) => Math.min(first, fromAt), Number.POSITIVE_INFINITY),
    toAt: periods.reduce((last, { toAt }) => Math.max(last, toAt), Number.NEGATIVE_INFINITY),
  };
  for (let row = 0; row < length; row += 1) {
    if (!isInPlay(known, row, ever)) continue;
    for (const { period, isSeen } of seen) if (isInPlay(known, row, period)) isSeen[ownerOf(row, period)] = 1;
  }
  return seen.map(({ isSeen }) => new Set(ownerIds.filter((_, owner) => owner > 0 && isSeen[owner] === 1)));
}
