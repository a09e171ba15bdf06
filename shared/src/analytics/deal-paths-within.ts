import type { KnownVisits } from './known-visits.ts';
import { type Period } from './period.ts';

/** Where a deal stood at the bounds of a period, as rows of the table; -1: nowhere. */
export interface PathWithin {
  readonly deal: number;
  /** The deal's first row. */
  readonly first: number;
  /** In which it was at either bound, in an open or a closed stage. */
  readonly atStart: number;
  readonly atEnd: number;
  /** The last that began before the end, over or not. */
  readonly last: number;
  /** The first in a live stage that began in the period. */
  readonly cameIn: number;
}

/**
 * The ways of all deals through a period. At a bound a deal is where it was just before it, as in the other reports. Deals that
 * were not known by its end have none.
 */
export function pathsWithin(known: KnownVisits, period: Period): readonly PathWithin[] {
  const { table } = known;
  const paths: PathWithin[] = [];
  for (let first = 0, row = 0; row < table.length; first = row) {
    const path = { deal: table.deal[first] ?? 0, first, atStart: -1, atEnd: -1, last: -1, cameIn: -1 };
    for (; row < table.length && table.deal[row] === table.deal[first]; row += 1) {
      const enteredAt = table.enteredAt[row] ?? Number.NaN;
      if (!known.isKnown(row) || !(enteredAt < period.toAt)) continue;
      path.last = row;
      if (enteredAt < period.fromAt && !(known.endOf(row) < period.fromAt)) path.atStart = row;
      if (!(known.endOf(row) < period.toAt)) path.atEnd = row;
      if (path.cameIn < 0 && enteredAt >= period.fromAt && known.stageOf(row) >= 0) path.cameIn = row;
    }
    if (path.last >= 0) paths.push(path);
  }
  return paths;
}
