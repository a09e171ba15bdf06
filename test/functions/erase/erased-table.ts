import { dynamoBlockStore } from '../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../../../functions/adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealNotesStore } from '../../../functions/adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../../../functions/adapters/dynamodb/erasure-store.ts';
import { dynamoFrozenStore } from '../../../functions/adapters/dynamodb/frozen-store.ts';
import { dynamoReferenceStore } from '../../../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../../../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../../../functions/adapters/dynamodb/snooze-store.ts';
import { dynamoStatusStore } from '../../../functions/adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../../../functions/adapters/dynamodb/sync-store.ts';
import { continueErasures } from '../../../functions/erase/continue-erasures.ts';
import { listSnooze } from '../../../functions/notes/list-snooze.ts';
import { unlessErased } from '../../../functions/erase/unless-erased.ts';
import { NO_NOTES } from '../../../functions/ports/deal-notes-store.ts';
import { requestErasure } from '../../../functions/erase/request-erasure.ts';
import { ingestMessages } from '../../../functions/ingest/ingest-messages.ts';
import { readAndRecord } from '../../../functions/read-and-record.ts';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { snapshotReferences } from '../../../functions/reconcile/snapshot-references.ts';
import { sweep } from '../../../functions/reconcile/sweep.ts';
import { rollUp } from '../../../functions/rollup/roll-up.ts';
import { warmVisitTables } from '../../../functions/rollup/visit-tables.ts';
import { aDealThrough, START } from '../../support/builders.ts';
import type { TestEngine } from '../../support/dynalite.ts';
import { fakePortal } from '../../support/fake-deal-source.ts';
import { fakeQueues, silentLog } from '../../support/fakes.ts';
import { readWholeTable } from '../../support/table-text.ts';

const MINUTE_MS = 60_000;
const PORTAL = '62515';
export const SECRET_DEAL = '700700700701';
export const OTHER_DEAL = '700700700702';
export const SECRET_NAME = 'Marked for erasure GmbH';

/** A table in which the whole product has worked on a few deals, one of them marked. */
export async function filledTable(engine: TestEngine) {
  const { table, clock } = await engine.newTable(PORTAL);
  clock.set(START + 40 * 86_400_000);
  const portal = fakePortal([
    aDealThrough('new 3d, demo 5d, offer', { dealId: SECRET_DEAL, facts: { dealname: SECRET_NAME } }),
    aDealThrough('new 2d, demo 5d, won', { dealId: OTHER_DEAL, facts: { dealname: 'Stays AG' } }),
  ]);
  const queues = fakeQueues(clock);
  const store = dynamoDealStore(table);
  const blockStore = dynamoBlockStore(table);
  const [reference, status] = [dynamoReferenceStore(table), dynamoStatusStore(table)];
  const deps = {
    source: portal,
    store,
    dealStore: store,
    dealNotes: dynamoDealNotesStore(table),
    blockStore,
    reference,
    referenceStore: reference,
    reportStore: dynamoReportStore(table),
    status,
    statusStore: status,
    sync: dynamoSyncStore(table),
    deadLetters: dynamoDeadLetterStore(table),
    erasures: dynamoErasureStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    frozenStore: dynamoFrozenStore(table),
    rollupQueue: queues,
    readVisitTable: warmVisitTables(blockStore),
    clock,
    log: silentLog,
    portalId: PORTAL,
  };
  let taken = 0;
  const product = {
    erase: (request: Parameters<typeof requestErasure>[1]['request']) => requestErasure(deps, { request, userId: '1' }),
    goOn: (until = Number.POSITIVE_INFINITY) => continueErasures(deps, until),
    read: (...dealIds: readonly string[]) => readAndRecord(deps, dealIds, 1),
    /** Messages of the queue while HubSpot answers as `readDeals` does, handed out for the last time. */
    retryLate: (dealIds: readonly string[], readDeals: typeof portal.readDeals) => {
      const body = JSON.stringify({ dealIds, origin: 'webhook', sentAt: clock.now() });
      const source = { ...portal, readDeals };
      return ingestMessages({ ...deps, source }, [{ messageId: 'late', body, tries: 5 }]);
    },
    reconcileWith: (readDeals: typeof portal.readDeals) => reconcile({ ...deps, source: { ...portal, readDeals } }),
    sweepWith: (readDeals: typeof portal.readDeals) =>
      sweep({ ...deps, source: { ...portal, readDeals } }, Number.POSITIVE_INFINITY),
    reconcile: () => reconcile(deps),
    sweep: () => sweep(deps, Number.POSITIVE_INFINITY),
    rollUp: async () => {
      const shards = queues.shards.slice(taken);
      taken += shards.length;
      await unlessErased(deps.erasures, () => rollUp(deps, shards), []);
    },
  };
  await snapshotReferences(deps);
  await product.read(SECRET_DEAL, OTHER_DEAL);
  const snooze = { reason: SECRET_NAME, untilDay: '2027-01-01', setAt: START };
  await deps.dealNotes.store(SECRET_DEAL, { ...NO_NOTES, snooze }, 0);
  await listSnooze(deps, SECRET_DEAL, clock.now());
  await product.rollUp();
  await deps.sync.storeWatermark(START);
  await deps.deadLetters.keep([{ dealId: SECRET_DEAL, reason: 'unknown form' }], clock.now());

  /** What the schedules do in a quarter of an hour. */
  async function quarterHour(): Promise<void> {
    clock.set(clock.now() + 15 * MINUTE_MS);
    await product.goOn();
    await product.rollUp();
  }
  return { table, clock, portal, deps, product, quarterHour, items: () => readWholeTable(table) };
}
