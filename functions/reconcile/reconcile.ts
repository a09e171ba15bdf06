import type { EpochMs } from '@deal-stage-insights/shared';
import { type Log, metricFields } from '../log.ts';
import type { DealSource } from '../ports/deal-source.ts';
import type { DeadLetterStore, Unreadable } from '../ports/dead-letter-store.ts';
import type { ReconcileResult, StatusStore } from '../ports/status-store.ts';
import type { SyncStore } from '../ports/sync-store.ts';
import { type ReadAndRecordDeps, type ReadOutcome, readAndRecord } from '../read-and-record.ts';
import { retryDeadLetters } from './retry-dead-letters.ts';
import { type SnapshotDeps, snapshotReferences } from './snapshot-references.ts';

const OVERLAP_MS = 15 * 60_000; // HubSpot's search sees changes late; what it shows twice costs no write.
const BATCHES_AT_ONCE = 4;

export interface ReconcileDeps extends ReadAndRecordDeps, SnapshotDeps {
  readonly source: DealSource;
  readonly sync: Pick<SyncStore, 'readWatermark' | 'storeWatermark'>;
  readonly status: Pick<StatusStore, 'mark' | 'readReconcile' | 'storeReconcile'>;
  readonly deadLetters: DeadLetterStore;
  readonly log: Log;
}

/**
 * Catches up with what webhooks did not tell: reads every deal modified since the last time, and tries again what was set
 * aside. Answers what it found; null before the first backfill, when there is nothing to keep up.
 */
export async function reconcile(deps: ReconcileDeps): Promise<ReconcileResult | null> {
  await snapshotReferences(deps);
  const watermark = await deps.sync.readWatermark();
  if (watermark === null) return null;
  const now = deps.clock.now();
  const stillUnreadable = await retryDeadLetters(deps);
  const { checked, repaired, unreadable } = await readModified(deps, { from: watermark - OVERLAP_MS, to: now });
  if (unreadable.length > 0) await deps.deadLetters.keep(unreadable, now);
  await deps.sync.storeWatermark(now);
  await deps.status.mark('read', now);

  const before = await deps.status.readReconcile();
  const result: ReconcileResult = {
    at: now,
    previousAt: before?.at ?? null,
    checked,
    repaired,
    mismatches: new Set([...stillUnreadable, ...unreadable.map(({ dealId }) => dealId)]).size,
    lastRepairAt: repaired > 0 ? now : (before?.lastRepairAt ?? null),
  };
  await deps.status.storeReconcile(result);
  deps.log.info('reconciled', { ...result, from: watermark });
  if (result.mismatches > 0)
    deps.log.warn('out of step', { deals: unreadable, ...metricFields('ReconcileMismatches', result.mismatches) });
  return result;
}

interface Found extends Pick<ReadOutcome, 'repaired'> {
  readonly checked: number;
  readonly unreadable: readonly Unreadable[];
}

/**
 * The window stays as it is while it is read, and its pages go by id: a deal that is modified meanwhile leaves it, and is in
 * the window of the next run; deals that were modified at the same instant are never torn apart by a page's end.
 */
async function readModified(
  deps: ReconcileDeps,
  window: { readonly from: EpochMs; readonly to: EpochMs },
): Promise<Found> {
  let [checked, repaired] = [0, 0];
  const unreadable: Unreadable[] = [];
  let after: string | null = null;
  do {
    const page = await deps.source.searchModified(window, after);
    const dealIds = page.deals.map(({ dealId }) => dealId);
    const outcome = await readAndRecord(deps, dealIds, BATCHES_AT_ONCE);
    checked += dealIds.length;
    repaired += outcome.repaired;
    unreadable.push(...outcome.unreadable);
    after = page.after;
  } while (after !== null);
  return { checked, repaired, unreadable };
}
