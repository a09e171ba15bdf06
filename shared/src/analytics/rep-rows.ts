import type { Estimate } from '../contract/estimate.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import type { KnownVisits } from './known-visits.ts';
import { isWithin, type Period } from './period.ts';
import { type Pace, repPaces } from './rep-pace.ts';
import { isInPlay, type OwnerOfVisit } from './reps-in-play.ts';

export interface RepCounts {
  readonly ownerId: string;
  readonly owned: number;
  readonly entered: number;
  readonly won: number;
  readonly lost: number;
  readonly wonAmount: number;
  readonly velocityShare: number | null;
  readonly pace: Estimate;
}

export interface RepCountsQuestion {
  readonly known: KnownVisits;
  readonly period: Period;
  readonly ownerOf: OwnerOfVisit;
  /** By deal, in one currency; NaN: unknown. */
  readonly amounts: ArrayLike<number>;
}

const LEVEL = 0.95;
const ENOUGH_EXITS = 20;
const PRIOR_EXITS = 10; // Evidence that a rep is like the others, in exits: statistics.md, gamma prior.

/**
 * What every rep with a deal in play did in a period, by owner id. Counts are exact; `pace` is shrunk towards 1 by a gamma
 * prior, (exits + 10) / (expected + 10), below 20 exits insufficient. Merged and deleted deals end no visit.
 */
export function repCounts({ known, period, ownerOf, amounts }: RepCountsQuestion): readonly RepCounts[] {
  const { table } = known;
  const found = new Map<number, ReturnType<typeof nothing>>();
  let wonAmount = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (!isInPlay(known, row, period)) continue;
    const owner = ownerOf(row, period);
    const counts = found.get(owner) ?? nothing();
    found.set(owner, counts);
    const deal = table.deal[row] ?? 0;
    // Rows of a deal follow each other.
    if (counts.lastDeal !== deal) counts.owned += 1;
    counts.lastDeal = deal;
    if (isWithin(period, table.enteredAt[row] ?? Number.NaN)) counts.entered += 1;
    const exit = isWithin(period, known.endOf(row)) ? known.exitOf(row) : null;
    if (exit === 'lost') counts.lost += 1;
    if (exit !== 'won') continue;
    const amount = amounts[deal] ?? Number.NaN;
    counts.won += 1;
    if (Number.isNaN(amount)) continue;
    counts.wonAmount += amount;
    wonAmount += amount;
  }
  found.delete(0);
  const paces = repPaces(known, period, ownerOf);
  const rows = Array.from(found, ([owner, { lastDeal: _lastDeal, ...counts }]): RepCounts => {
    const velocityShare = wonAmount > 0 ? counts.wonAmount / wonAmount : null;
    const pace = paceEstimate(paces.get(owner) ?? { exits: 0, expected: 0 });
    return { ownerId: table.ownerIds[owner] ?? '', ...counts, velocityShare, pace };
  });
  return rows.sort((one, other) => (one.ownerId < other.ownerId ? -1 : 1));
}

const nothing = () => ({ lastDeal: -1, owned: 0, entered: 0, won: 0, lost: 0, wonAmount: 0 });

function paceEstimate({ exits, expected }: Pace): Estimate {
  if (exits < ENOUGH_EXITS) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS };
  const value = (exits + PRIOR_EXITS) / (expected + PRIOR_EXITS);
  const margin = (twoSidedZ(LEVEL) * Math.sqrt(exits + PRIOR_EXITS)) / (expected + PRIOR_EXITS);
  const limits = { low: Math.max(0, value - margin), high: value + margin };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n: exits, from: 'owner' };
}
