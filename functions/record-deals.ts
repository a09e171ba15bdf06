import { type DealRead, hasSameHistory, mergeDeal, shardOf } from '@deal-stage-insights/shared';
import { concurrently } from './concurrently.ts';
import { AppError } from './errors.ts';
import type { DealStore, StoredDeal } from './ports/deal-store.ts';
import type { RollupQueue } from './ports/queues.ts';

const ATTEMPTS = 20; // Each lost race means that somebody else wrote: only a deal written all the time gets this far.
const WRITES_AT_ONCE = 16;

export interface RecordDealsDeps {
  readonly store: Pick<DealStore, 'readDeals' | 'storeDeal'>;
  readonly rollupQueue: RollupQueue;
}

export interface RecordOutcome {
  /** Records that were written. */
  readonly changed: number;
  /** Of these, the ones that gained or lost a change of what is tracked, or were created, deleted, restored or merged. */
  readonly repaired: number;
}

/**
 * The one writer of deal records. Joins each read with what is stored, writes what is new, and tells the rollup queue about
 * every shard, also where nothing was new: an earlier run may have died between writing and telling.
 * Repeats, races and retries are harmless.
 */
export async function recordDeals(
  { store, rollupQueue }: RecordDealsDeps,
  reads: readonly DealRead[],
): Promise<RecordOutcome> {
  const byDeal = Map.groupBy(reads, ({ dealId }) => dealId);
  const stored = await store.readDeals([...byDeal.keys()]);
  let changed = 0;
  let repaired = 0;
  await concurrently(byDeal, WRITES_AT_ONCE, async ([dealId, readsOfDeal]) => {
    const change = await recordDeal(store, readsOfDeal, stored.get(dealId) ?? null);
    if (change !== 'none') changed += 1;
    if (change === 'history') repaired += 1;
  });
  await rollupQueue.sendShards([...new Set([...byDeal.keys()].map(shardOf))]);
  return { changed, repaired };
}

async function recordDeal(
  store: RecordDealsDeps['store'],
  reads: readonly DealRead[],
  first: StoredDeal | null,
): Promise<'none' | 'facts' | 'history'> {
  let stored = first;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = stored?.record ?? null;
    const record = reads.reduce(mergeDeal, known);
    if (record === null || record === known) return 'none';
    if ((await store.storeDeal(record, stored?.version ?? 0)) === 'stored')
      return hasSameHistory(known, record) ? 'facts' : 'history';
    stored = (await store.readDeals([record.dealId])).get(record.dealId) ?? null;
  }
  throw new AppError('upstream-unavailable', 'A deal is written by too many at once.', { retryAfterMs: 1000 });
}
