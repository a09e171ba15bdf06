import { DAY_MS, type DealRead, seededRandom } from '@deal-stage-insights/shared';
import { ingestMessages } from '../../functions/ingest/ingest-messages.ts';
import { runNightly } from '../../functions/nightly/run-nightly.ts';
import { readAndRecord } from '../../functions/read-and-record.ts';
import { reconcile } from '../../functions/reconcile/reconcile.ts';
import { snapshotReferences } from '../../functions/reconcile/snapshot-references.ts';
import { sweep } from '../../functions/reconcile/sweep.ts';
import { rollUp } from '../../functions/rollup/roll-up.ts';
import { warmVisitTables } from '../../functions/rollup/visit-tables.ts';
import { aDealRead, START } from '../support/builders.ts';
import { fakePortal } from '../support/fake-deal-source.ts';
import {
  fakeBlockStore,
  fakeClock,
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeReportStore,
  fakeSettingsStore,
  fakeSnoozeStore,
  fakeStatusStores,
  silentLog,
  fakeFrozenStore,
} from '../support/fakes.ts';
import { immortal, type Life, mortal } from './mortal.ts';

const DEALS = 24;
const DELETED_LATER = 4; // The first ids: nothing else happens to them, so that a late reader can know as much as an early one.
const STAGES = ['new', 'demo', 'waiting', 'offer', 'won', 'lost'];
const REVISIONS_MAX = 19; // HubSpot's cap is another matter: what it cuts off, only an early reader knows.

/** An account that changes at random, and the product beside it. The same seed makes the same changes, whoever looks. */
export async function openRun(seed: number) {
  const random = seededRandom(seed);
  const clock = fakeClock(START + 30 * DAY_MS);
  const first = Array.from({ length: DEALS }, (_, index) => aDealRead({ dealId: String(index + 1) }));
  const portal = fakePortal(first);
  const held = new Map(first.map((read) => [read.dealId, read]));
  const gone = new Map<string, DealRead>();
  const source = {
    ...portal,
    readDeals: async (ids: readonly string[]) =>
      (await portal.readDeals(ids)).map((read) => gone.get(read.dealId) ?? read),
  };
  const status = fakeStatusStores();
  const queues = fakeQueues(clock);
  const ports = {
    source,
    store: fakeDealStore(),
    blockStore: fakeBlockStore(clock),
    reference: fakeReferenceStore(),
    reportStore: fakeReportStore(),
    settingsStore: fakeSettingsStore(),
    snoozeStore: fakeSnoozeStore(),
    status,
    deadLetters: fakeDeadLetters(),
    rollupQueue: queues,
  };

  /** One change at HubSpot. Answers the deal. */
  function change(): string {
    clock.set(clock.now() + 1 + Math.floor(random() * 600_000));
    const dealId = String(1 + Math.floor(random() * DEALS));
    const value = STAGES[Math.floor(random() * STAGES.length)] ?? 'new';
    const before = held.get(dealId);
    if (Number(dealId) <= DELETED_LATER) {
      const deletedAt = clock.now();
      if (!gone.has(dealId)) gone.set(dealId, { kind: 'deleted', dealId, readAt: deletedAt, deletedAt });
    } else if (before !== undefined && before.histories.dealstage.length < REVISIONS_MAX) {
      const dealstage = [...before.histories.dealstage, { at: clock.now(), value, sourceType: 'CRM_UI' }];
      const after = { ...before, lastModifiedAt: clock.now(), histories: { ...before.histories, dealstage } };
      held.set(dealId, after);
      portal.put(after);
    }
    return dealId;
  }

  /** A process of its own over what is stored: it keeps nothing of the one before, and lives as long as it is given. */
  function start(life: Life = immortal()) {
    const of = <T extends object>(port: T): T => mortal(port, life);
    const blockStore = of(ports.blockStore);
    const deps = {
      source: of(ports.source),
      store: of(ports.store),
      reference: of(ports.reference),
      status: of(ports.status),
      sync: of(ports.status),
      deadLetters: of(ports.deadLetters),
      rollupQueue: of(ports.rollupQueue),
      dealStore: of(ports.store),
      blockStore,
      referenceStore: of(ports.reference),
      reportStore: of(ports.reportStore),
      settingsStore: of(ports.settingsStore),
      snoozeStore: of(ports.snoozeStore),
      statusStore: of(ports.status),
      // What was said depends on when a night came: reports are equal for equal frozen forecasts, here for none.
      frozenStore: { ...fakeFrozenStore(), readShards: async () => [], readTotals: async () => [] },
      readVisitTable: warmVisitTables(blockStore),
      clock,
      log: silentLog,
    };
    return {
      record: (dealIds: readonly string[]) => readAndRecord(deps, dealIds, 1),
      ingest: (messages: Parameters<typeof ingestMessages>[1]) => ingestMessages(deps, messages),
      reconcile: () => reconcile(deps),
      sweep: () => sweep(deps, Number.POSITIVE_INFINITY),
      rollUp: (shards: readonly number[]) => rollUp(deps, shards),
      nightly: () => runNightly(deps),
      snapshot: () => snapshotReferences(deps),
    };
  }

  /** What there is to see, in bytes; generations, and the names that carry them, count writes. */
  async function visible() {
    const heads = await ports.blockStore.readHeads();
    const blocks = heads.map(async ({ generation: _generation, chunks, ...head }) => {
      const bytes = await ports.blockStore.readChunks(chunks.map(({ chunkId }) => ({ shard: head.shard, chunkId })));
      const hexOf = (chunkId: string) => Buffer.from(bytes.get(chunkId) ?? []).toString('hex');
      return { ...head, chunks: chunks.map(({ chunkId, ...chunk }) => ({ ...chunk, bytes: hexOf(chunkId) })) };
    });
    return { records: ports.store.dump(), blocks: await Promise.all(blocks), reports: ports.reportStore.dump() };
  }

  await start().snapshot();
  await start().record([...held.keys()]);
  await status.storeWatermark(clock.now());
  return { clock, queues, ports, change, start, visible };
}
