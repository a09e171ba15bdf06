import { chunksOf, concurrently } from './concurrently.ts';
import { withoutErased } from './erase/without-erased.ts';
import type { Unreadable } from './ports/dead-letter-store.ts';
import type { DealSource } from './ports/deal-source.ts';
import { type RecordDealsDeps, recordDeals } from './record-deals.ts';
import { setApart } from './set-apart.ts';

const DEALS_PER_READ = 50; // HubSpot's limit for reads with history.

export interface ReadAndRecordDeps extends RecordDealsDeps {
  readonly source: Pick<DealSource, 'readDeals'>;
}

export interface ReadOutcome {
  /** Deals whose history was not the one that HubSpot has, and now is. */
  readonly repaired: number;
  /** Those that HubSpot does not know, neither alive nor deleted. */
  readonly missing: readonly string[];
  /** Those that could not be recorded, but for erased ones; all others were. */
  readonly unreadable: readonly Unreadable[];
}

/** Reads any number of deals at HubSpot, some batches at once, and records them. */
export async function readAndRecord(
  deps: ReadAndRecordDeps,
  dealIds: readonly string[],
  batchesAtOnce: number,
): Promise<ReadOutcome> {
  const missing: string[] = [];
  const unreadable: Unreadable[] = [];
  let repaired = 0;
  await concurrently(chunksOf(dealIds, DEALS_PER_READ), batchesAtOnce, async (chunk) => {
    const setAside = await setApart(chunk, async (some) => {
      const reads = await deps.source.readDeals(some);
      const recorded = await recordDeals(deps, reads);
      repaired += recorded.repaired;
      missing.push(...reads.filter(({ kind }) => kind === 'missing').map(({ dealId }) => dealId));
    });
    unreadable.push(...(await withoutErased(deps.store, setAside)));
  });
  return { repaired, missing, unreadable };
}
