import type { EpochMs } from '../history/instant.ts';
import { ascendingPlaces } from '../statistics/ascending-places.ts';
import { sortedQuantile } from '../statistics/sample-quantile.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';

/** The finished visits of one live stage, the shortest first: sorted once, for questions about any instant in the past. */
export interface FinishedVisits {
  readonly dwellMs: Float64Array;
  readonly endedAt: Float64Array;
  /** When its deal was won for the first time; endless where it was not. */
  readonly wonAt: Float64Array;
  /** 1 where the visit led on. */
  readonly ledOn: Uint8Array;
}

/** By live stage. Visits of unknown beginning (`late`) have no length. */
export function finishedVisits(known: KnownVisits): readonly FinishedVisits[] {
  const { table } = known;
  const wonAt = wonInstants(known);
  const byStage = known.stageIds.map((): number[] => []);
  for (let row = 0; row < table.length; row += 1)
    if (known.stageOf(row) >= 0 && known.exitOf(row) !== null && !known.isLate(row))
      byStage[known.stageOf(row)]?.push(row);
  const dwellOf = (row: number): number => known.endOf(row) - (table.enteredAt[row] ?? 0);
  return byStage.map((found) => {
    const rows = ascendingPlaces(Float64Array.from(found, dwellOf)).map((place) => found[place] ?? 0);
    return {
      dwellMs: Float64Array.from(rows, dwellOf),
      endedAt: Float64Array.from(rows, (row) => known.endOf(row)),
      wonAt: Float64Array.from(rows, (row) => wonAt[table.deal[row] ?? 0] ?? Number.POSITIVE_INFINITY),
      ledOn: Uint8Array.from(rows, (row) => (leadsOn(known.exitOf(row)) ? 1 : 0)),
    };
  });
}

/** By deal: when it first came into a stage that is won, or left one by a win. */
function wonInstants(known: KnownVisits): Float64Array {
  const { table } = known;
  const wonAt = new Float64Array(table.dealIds.length).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < table.length; row += 1) {
    if (!known.isKnown(row)) continue;
    const role = known.roleOf(row);
    const isWon = role === 'won' || role === 'post-win';
    if (!isWon && known.exitOf(row) !== 'won') continue;
    const at: EpochMs = isWon ? (table.enteredAt[row] ?? 0) : known.endOf(row);
    const deal = table.deal[row] ?? 0;
    wonAt[deal] = Math.min(wonAt[deal] ?? at, at);
  }
  return wonAt;
}

/** A quantile (as `sampleQuantile`) of the dwell of those that are meant, ms; null where they are too few. */
export function finishedQuantile(
  { dwellMs }: FinishedVisits,
  p: number,
  { isMeant, needed }: { readonly isMeant: (place: number) => boolean; readonly needed: number },
): number | null {
  const meant = new Float64Array(dwellMs.length);
  let n = 0;
  for (let place = 0; place < dwellMs.length; place += 1) if (isMeant(place)) meant[n++] = dwellMs[place] ?? 0;
  return n < needed ? null : sortedQuantile(meant.subarray(0, n), p);
}
