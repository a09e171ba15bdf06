import type { EpochMs } from '@deal-stage-insights/shared';
import type { Log } from '../log.ts';
import type { DealSource } from '../ports/deal-source.ts';
import type { StatusStore } from '../ports/status-store.ts';
import type { SyncStore } from '../ports/sync-store.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';
import { type SnapshotDeps, snapshotReferences } from './snapshot-references.ts';

const OVERLAP_MS = 15 * 60_000; // HubSpot's search sees changes late; what it shows twice costs no write.
const BATCHES_AT_ONCE = 4;

export interface ReconcileDeps extends ReadAndRecordDeps, SnapshotDeps {
  readonly source: DealSource;
  readonly sync: Pick<SyncStore, 'readWatermark' | 'storeWatermark'>;
  readonly status: Pick<StatusStore, 'mark'>;
  readonly log: Log;
}

/** Catches up with what webhooks did not tell: reads every deal modified since the last time. Answers how many. */
export async function reconcile(deps: ReconcileDeps): Promise<number> {
  await snapshotReferences(deps);
  const watermark = await deps.sync.readWatermark();
  if (watermark === null) return 0; // Before the first backfill there is nothing to keep up.
  const now = deps.clock.now();
  const deals = await readModified(deps, { from: watermark - OVERLAP_MS, to: now });
  await deps.sync.storeWatermark(now);
  await deps.status.mark('read', now);
  deps.log.info('reconciled', { deals, from: watermark, to: now });
  return deals;
}

async function readModified(
  deps: ReconcileDeps,
  window: { readonly from: EpochMs; readonly to: EpochMs },
): Promise<number> {
  let deals = 0;
  let after: string | null = null;
  do {
    const page = await deps.source.searchModified(window, after);
    const dealIds = page.deals.map(({ dealId }) => dealId);
    await readAndRecord(deps, dealIds, BATCHES_AT_ONCE);
    deals += dealIds.length;
    after = page.after;
  } while (after !== null);
  return deals;
}
