import type { EpochMs } from '../history/instant.ts';
import type { StageRole } from '../contract/pipelines.ts';
import { ascendingPlaces } from '../statistics/ascending-places.ts';
import type { KnownVisits } from './known-visits.ts';

export interface WonDeal {
  readonly deal: number;
  readonly wonAt: EpochMs;
}

/** A visit of a won or post-win stage: the deal counts as won at any instant of `[fromAt, toAt)`. */
export interface WonSpell extends WonDeal {
  readonly fromAt: EpochMs;
  /** Endless while it lasts. */
  readonly toAt: EpochMs;
}

/**
 * The deals that are won at the instant of `known`, ascending by the win. One that was won twice counts with its last win; one
 * that was reopened, merged, deleted or moved on since is not won here. A deal that history first shows as won (an import)
 * was won at an unknown time: it is left out.
 * @example wonDeals(known).filter(({ wonAt }) => wonAt >= monthStart)
 */
export function wonDeals(known: KnownVisits): readonly WonDeal[] {
  return wonSpells(known)
    .filter((spell) => isWonAt(spell, known.asOf))
    .map(({ deal, wonAt }) => ({ deal, wonAt }));
}

/** When deals were won, and for how long they stayed so, ascending by the win; whatever the instant of `known` is. */
export function wonSpells(known: KnownVisits): readonly WonSpell[] {
  const { table } = known;
  const rows: number[] = [];
  const wins: EpochMs[] = [];
  let wonAt = Number.NaN;
  let wasWon = false;
  for (let row = 0; row < table.length; row += 1) {
    const deal = table.deal[row] ?? 0;
    if (row === 0 || deal !== table.deal[row - 1]) wasWon = false;
    const isWon = isWonRole(known.roleOf(row));
    if (isWon && !wasWon) wonAt = known.isLate(row) ? Number.NaN : (table.enteredAt[row] ?? Number.NaN);
    if (isWon && !Number.isNaN(wonAt)) {
      rows.push(row);
      wins.push(wonAt);
    }
    wasWon = isWon;
  }
  // Those of one instant stay in the order of the rows: by deal, then by time. Made in this order, they lie together in memory.
  return Array.from(ascendingPlaces(wins), (place): WonSpell => {
    const row = rows[place] ?? 0;
    const toAt = table.exitedAt[row] ?? Number.NaN;
    return {
      deal: table.deal[row] ?? 0,
      wonAt: wins[place] ?? Number.NaN,
      fromAt: table.enteredAt[row] ?? Number.NaN,
      toAt: Number.isNaN(toAt) ? Number.POSITIVE_INFINITY : toAt,
    };
  });
}

export function isWonAt({ fromAt, toAt }: WonSpell, at: EpochMs): boolean {
  return fromAt <= at && at < toAt;
}

export function isWonRole(role: StageRole): boolean {
  return role === 'won' || role === 'post-win';
}
