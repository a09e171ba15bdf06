import { type DealRead, type PipelineSnapshot, shardOf } from '@deal-stage-insights/shared';
import { recordDeals } from '../../../functions/record-deals.ts';
import type { RollUpDeps } from '../../../functions/rollup/roll-up.ts';
import { rollUp } from '../../../functions/rollup/roll-up.ts';
import { warmVisitTables } from '../../../functions/rollup/visit-tables.ts';
import { CARE, day, SALES } from '../../support/builders.ts';
import {
  fakeBlockStore,
  fakeClock,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeReportStore,
  fakeSettingsStore,
  fakeSnoozeStore,
  fakeStatusStores,
  silentLog,
} from '../../support/fakes.ts';

export const SNAPSHOT: PipelineSnapshot = { readAt: day(0), version: 'v1', pipelines: [SALES, CARE] };

/** Rollup over in-memory stores, on day 100 of the built deals. */
export async function rollupHost(overrides: Partial<RollUpDeps> = {}) {
  const clock = fakeClock(day(100));
  const dealStore = fakeDealStore();
  const blockStore = fakeBlockStore(clock);
  const reportStore = fakeReportStore();
  const referenceStore = fakeReferenceStore();
  const settingsStore = fakeSettingsStore();
  const snoozeStore = fakeSnoozeStore();
  const statusStore = fakeStatusStores();
  const queues = fakeQueues(clock);
  await referenceStore.storePipelines(SNAPSHOT);
  await referenceStore.storeAccount({ portalId: '1', timeZone: 'Europe/Paris', currency: 'EUR' });
  const deps: RollUpDeps = {
    dealStore,
    blockStore,
    referenceStore,
    reportStore,
    settingsStore,
    snoozeStore,
    statusStore,
    readVisitTable: warmVisitTables(blockStore),
    clock,
    log: silentLog,
    ...overrides,
  };

  /** Records what a read says and answers the deal's shard. */
  async function record(read: DealRead): Promise<number> {
    await recordDeals({ store: dealStore, rollupQueue: queues }, [read]);
    return shardOf(read.dealId);
  }

  /** What readers see, in bytes: blocks without their generation, and reports. */
  async function visible(): Promise<string> {
    const heads = await blockStore.readHeads();
    const lines = await Promise.all(
      heads.map(async ({ generation: _generation, chunks, ...head }) => {
        const bytes = await blockStore.readChunks(chunks.map(({ chunkId }) => ({ shard: head.shard, chunkId })));
        const blocks = chunks.map(({ pipelineId, digest, chunkId }) => {
          const block = bytes.get(chunkId);
          if (block === undefined) throw new Error(`The head of shard ${head.shard} lists a chunk that is not there.`);
          return [pipelineId, digest, Buffer.from(block).toString('hex')];
        });
        return JSON.stringify({ head, blocks });
      }),
    );
    return [...lines, reportStore.dump()].join('\n');
  }

  const run = (shards: readonly number[]) => rollUp(deps, shards);
  return {
    clock,
    dealStore,
    blockStore,
    reportStore,
    referenceStore,
    settingsStore,
    snoozeStore,
    statusStore,
    queues,
    deps,
    record,
    visible,
    run,
  };
}

export const ALL_SHARDS: readonly number[] = Array.from({ length: 256 }, (_, shard) => shard);
