import type { EpochMs } from '../history/instant.ts';
import type { KnownVisits } from './known-visits.ts';

/** A deal that waited in an open stage at a landmark, and what came of it by the instant of `KnownVisits`. */
export interface LandmarkDeal {
  readonly deal: number;
  /** Place in `KnownVisits.stageIds`. */
  readonly stage: number;
  readonly ageMs: number;
  /** The first close after the landmark; null: none yet, or the deal went elsewhere. */
  readonly outcome: 'won' | 'lost' | null;
  /** When that was; NaN without one. */
  readonly closedAt: EpochMs;
}

/**
 * The deals that were in an open stage at a landmark: entered by then, not left by then. Parked ones are never stalled, and
 * the age of one whose entry is unknown (`late`) cannot be told: both are left out.
 */
export function landmarkDeals(known: KnownVisits, landmark: EpochMs): readonly LandmarkDeal[] {
  const { table } = known;
  const deals: LandmarkDeal[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const enteredAt = table.enteredAt[row] ?? 0;
    const isThere = known.isKnown(row) && enteredAt <= landmark && known.endOf(row) > landmark;
    if (!isThere || known.roleOf(row) !== 'open' || known.isLate(row)) continue;
    const deal = table.deal[row] ?? 0;
    deals.push({ deal, stage: known.stageOf(row), ageMs: landmark - enteredAt, ...closeAfter(known, row) });
  }
  return deals;
}

function closeAfter(known: KnownVisits, from: number): Pick<LandmarkDeal, 'outcome' | 'closedAt'> {
  const { table } = known;
  for (let row = from; row < table.length && table.deal[row] === table.deal[from]; row += 1) {
    const exit = known.exitOf(row);
    if (exit === 'won' || exit === 'lost') return { outcome: exit, closedAt: known.endOf(row) };
    if (exit === null || exit === 'moved' || exit === 'merged' || exit === 'deleted') break;
  }
  return { outcome: null, closedAt: Number.NaN };
}
