import type { KnownVisits } from './known-visits.ts';

/** By row: 1 where a visit is in a live stage that its deal had been in before. */
export function repeatVisits(known: KnownVisits): Uint8Array {
  const { table } = known;
  const isRepeat = new Uint8Array(table.length);
  const lastDealIn = new Int32Array(known.stageIds.length).fill(-1);
  for (let row = 0; row < table.length; row += 1) {
    const stage = known.stageOf(row);
    if (stage < 0 || !known.isKnown(row)) continue;
    const deal = table.deal[row] ?? 0;
    if (lastDealIn[stage] === deal) isRepeat[row] = 1;
    lastDealIn[stage] = deal;
  }
  return isRepeat;
}
