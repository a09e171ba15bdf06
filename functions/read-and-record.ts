import { chunksOf, concurrently } from './concurrently.ts';
import type { DealSource } from './ports/deal-source.ts';
import { type RecordDealsDeps, recordDeals } from './record-deals.ts';

const DEALS_PER_READ = 50; // HubSpot's limit for reads with history.

export interface ReadAndRecordDeps extends RecordDealsDeps {
  readonly source: Pick<DealSource, 'readDeals'>;
}

/** Reads any number of deals at HubSpot, some batches at once, and records them. */
export async function readAndRecord(
  deps: ReadAndRecordDeps,
  dealIds: readonly string[],
  batchesAtOnce: number,
): Promise<void> {
  await concurrently(chunksOf(dealIds, DEALS_PER_READ), batchesAtOnce, async (chunk) => {
    await recordDeals(deps, await deps.source.readDeals(chunk));
  });
}
