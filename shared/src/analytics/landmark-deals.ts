import type { EpochMs } from '../history/instant.ts';
import { firstNotBelow } from '../statistics/step-function.ts';
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
  return landmarkDealsAt(known, [landmark])[0] ?? [];
}

/**
 * The same at many landmarks, in one pass over the visits.
 * @param landmarks ascending.
 * @param isAsked by deal: 1 if it is asked about; left out: all are.
 */
export function landmarkDealsAt(
  known: KnownVisits,
  landmarks: readonly EpochMs[],
  isAsked?: Uint8Array,
): readonly (readonly LandmarkDeal[])[] {
  const { table } = known;
  const ascending = Float64Array.from(landmarks);
  const deals = landmarks.map((): LandmarkDeal[] => []);
  for (let row = 0; row < table.length; row += 1) {
    const deal = table.deal[row] ?? 0;
    if (isAsked !== undefined && isAsked[deal] !== 1) continue;
    const enteredAt = table.enteredAt[row] ?? 0;
    const from = firstNotBelow(ascending, enteredAt);
    const to = firstNotBelow(ascending, known.endOf(row));
    if (from >= to || !known.isKnown(row) || known.roleOf(row) !== 'open' || known.isLate(row)) continue;
    const { outcome, closedAt } = closeAfter(known, row);
    const stage = known.stageOf(row);
    for (let at = from; at < to; at += 1) {
      deals[at]?.push({ deal, stage, ageMs: (ascending[at] ?? 0) - enteredAt, outcome, closedAt });
    }
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
