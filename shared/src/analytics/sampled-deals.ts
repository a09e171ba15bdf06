import type { EpochMs } from '../history/instant.ts';
import { SHARD_COUNT, shardOf } from '../history/shard.ts';
import type { KnownVisits } from './known-visits.ts';

/** More rows make no interval that matters narrower, and would cost seconds. */
const ENOUGH_ROWS = 20_000;

/**
 * Of a large pipeline a look back asks about some of its deals: those of as many shards (a hash of the deal's id) as give
 * about 20,000 rows of a deal and a day. Whole deals, and the same ones on each day and in each run.
 * @returns by deal: 1 if it is asked about.
 */
export function sampledDeals(known: KnownVisits, days: readonly { readonly at: EpochMs }[]): Uint8Array {
  const { dealIds } = known.table;
  const shards = Math.floor((SHARD_COUNT * ENOUGH_ROWS) / Math.max(1, rowsToCome(known, days)));
  if (shards >= SHARD_COUNT) return new Uint8Array(dealIds.length).fill(1);
  const isAsked = new Uint8Array(dealIds.length);
  for (let deal = 0; deal < isAsked.length; deal += 1)
    isAsked[deal] = shardOf(dealIds[deal] ?? '') < Math.max(1, shards) ? 1 : 0;
  return isAsked;
}

/** Visits of live stages × the days they lasted through, as if the days lay evenly. */
function rowsToCome(known: KnownVisits, days: readonly { readonly at: EpochMs }[]): number {
  const { table } = known;
  const [first, last] = [days[0]?.at ?? 0, days.at(-1)?.at ?? 0];
  if (last <= first) return 0;
  let ms = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    ms += Math.max(0, Math.min(last, known.endOf(row)) - Math.max(first, table.enteredAt[row] ?? 0));
  }
  return (ms * days.length) / (last - first);
}
