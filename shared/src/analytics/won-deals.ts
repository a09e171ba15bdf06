import type { EpochMs } from '../history/instant.ts';
import type { StageRole } from '../contract/pipelines.ts';
import type { KnownVisits } from './known-visits.ts';

export interface WonDeal {
  readonly deal: number;
  readonly wonAt: EpochMs;
}

/**
 * The deals that are won at the instant of `known`, ascending by the win. One that was won twice counts with its last win; one
 * that was reopened, merged, deleted or moved on since is not won here. A deal that history first shows as won (an import)
 * was won at an unknown time: it is left out.
 * @example wonDeals(known).filter(({ wonAt }) => wonAt >= monthStart)
 */
export function wonDeals(known: KnownVisits): readonly WonDeal[] {
  const { table } = known;
  const won: WonDeal[] = [];
  for (let from = 0, to = 0; from < table.length; from = to) {
    const deal = table.deal[from] ?? 0;
    to = from + 1;
    while (to < table.length && table.deal[to] === deal) to += 1;
    let wonAt = Number.NaN;
    let last = -1;
    for (let row = from; row < to && known.isKnown(row); row += 1) {
      const isWon = isWonRole(known.roleOf(row));
      if (!isWon) wonAt = Number.NaN;
      else if (last < 0 || !isWonRole(known.roleOf(last)))
        wonAt = known.isLate(row) ? Number.NaN : (table.enteredAt[row] ?? Number.NaN);
      last = row;
    }
    if (last >= 0 && !Number.isNaN(wonAt) && known.exitOf(last) === null) won.push({ deal, wonAt });
  }
  return won.sort((a, b) => a.wonAt - b.wonAt || a.deal - b.deal);
}

export function isWonRole(role: StageRole): boolean {
  return role === 'won' || role === 'post-win';
}
