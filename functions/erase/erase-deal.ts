import { eraseDeal, shardOf } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { DeadLetterStore } from '../ports/dead-letter-store.ts';
import type { DealNotesStore } from '../ports/deal-notes-store.ts';
import type { DealStore } from '../ports/deal-store.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { StatusStore } from '../ports/status-store.ts';

const ATTEMPTS = 20; // Each lost race means that somebody else wrote the deal in between.

/** Where something of a deal is kept under its id. Blocks and reports are made from the records, and made again. */
export interface DealTraces {
  readonly dealStore: Pick<DealStore, 'readDeals' | 'storeDeal'>;
  readonly dealNotes: Pick<DealNotesStore, 'forget'>;
  readonly deadLetters: Pick<DeadLetterStore, 'forget'>;
  readonly status: Pick<StatusStore, 'readSweep' | 'storeSweep'>;
  readonly rollupQueue: RollupQueue;
}

/** Puts the tombstone in place of the record, also of a deal that was never seen, and takes away what is kept beside it. */
export async function eraseDealTraces(traces: DealTraces, dealId: string): Promise<void> {
  await putTombstone(traces.dealStore, dealId);
  await traces.dealNotes.forget(dealId);
  await traces.deadLetters.forget([dealId]);
  await forgetMissing(traces, dealId);
  await traces.rollupQueue.sendShards([shardOf(dealId)]);
}

/** The sweep names the deals that HubSpot does not know. */
async function forgetMissing({ status }: DealTraces, dealId: string): Promise<void> {
  const swept = await status.readSweep();
  if (swept?.missing.includes(dealId) !== true) return;
  await status.storeSweep({ ...swept, missing: swept.missing.filter((id) => id !== dealId) });
}

async function putTombstone(dealStore: DealTraces['dealStore'], dealId: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = (await dealStore.readDeals([dealId])).get(dealId);
    if (stored?.record.kind === 'erased') return;
    if ((await dealStore.storeDeal(eraseDeal(dealId), stored?.version ?? 0)) === 'stored') return;
  }
  throw new AppError('upstream-unavailable', 'A deal is written by too many at once.', { retryAfterMs: 1000 });
}
