import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SHARD_COUNT } from '@deal-stage-insights/shared';
import { dynamoBlockStore } from '../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoFrozenStore } from '../../../functions/adapters/dynamodb/frozen-store.ts';
import { queryItems } from '../../../functions/adapters/dynamodb/items.ts';
import { dynamoReferenceStore } from '../../../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../../../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../../../functions/adapters/dynamodb/snooze-store.ts';
import { dynamoStatusStore } from '../../../functions/adapters/dynamodb/status-store.ts';
import type { TestEngine } from '../../support/dynalite.ts';
import { fakeQueues, silentLog } from '../../support/fakes.ts';
import type { Code } from './code-version.ts';
import type { RecordedState } from './recorded-state.ts';

export const ALL_SHARDS: readonly number[] = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);

export type Living = Awaited<ReturnType<typeof living>>;

/** A table with the recorded items, and the stores over it. */
export async function living(engine: TestEngine, state: RecordedState) {
  const { table, clock } = await engine.newTable(state.portalId);
  clock.set(state.at);
  const put = (Item: RecordedState['items'][number]) =>
    table.client.send(new PutItemCommand({ TableName: table.name, Item }));
  await Promise.all(state.items.map(put));
  const blockStore = dynamoBlockStore(table);
  const reportStore = dynamoReportStore(table);
  const rollupQueue = fakeQueues(clock);
  const deps = {
    dealStore: dynamoDealStore(table),
    blockStore,
    referenceStore: dynamoReferenceStore(table),
    reportStore,
    frozenStore: dynamoFrozenStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    statusStore: dynamoStatusStore(table),
    rollupQueue,
    clock,
    log: silentLog,
  };

  /** The items of all deals as they are stored. */
  async function records(): Promise<string> {
    const shards = await Promise.all(
      ALL_SHARDS.map((shard) => queryItems(table, table.keys.dealsOf(shard), { isConsistent: true })),
    );
    return JSON.stringify(shards.flat());
  }

  /** What readers see, in bytes. Generations, and the names that carry them, count writes: they may differ. */
  async function visible() {
    const heads = await blockStore.readHeads();
    const blocks = heads.map(async ({ generation: _generation, chunks, ...head }) => {
      const bytes = await blockStore.readChunks(chunks.map(({ chunkId }) => ({ shard: head.shard, chunkId })));
      const hexOf = (chunkId: string) => Buffer.from(bytes.get(chunkId) ?? []).toString('hex');
      return { ...head, chunks: chunks.map(({ chunkId, ...chunk }) => ({ ...chunk, bytes: hexOf(chunkId) })) };
    });
    const pipelines = (await deps.referenceStore.readPipelines())?.pipelines ?? [];
    const reports = pipelines.flatMap(({ pipelineId }) =>
      ['model', 'stages'].map((name) => reportStore.readReport(pipelineId, name)),
    );
    return { heads: await Promise.all(blocks), reports: await Promise.all(reports) };
  }

  const nightly = ({ runNightly, warmVisitTables }: Code) =>
    runNightly({ ...deps, readVisitTable: warmVisitTables(blockStore) });
  const rollUp = (code: Code, shards: readonly number[]) =>
    code.rollUp({ ...deps, readVisitTable: code.warmVisitTables(blockStore) }, shards);
  return { table, clock, deps, rollupQueue, records, visible, nightly, rollUp };
}

const rebuilds = new Map<string, ReturnType<typeof rebuild>>();

/** What the code makes of the same records when there is nothing but them and what the night counted of other pipelines. The same each time, so made once (law L2). */
export function rebuilt(engine: TestEngine, state: RecordedState, code: Code) {
  const of = [state.codeVersion, state.at, code.version].join();
  const known = rebuilds.get(of) ?? rebuild(engine, state, code);
  rebuilds.set(of, known);
  return known;
}

async function rebuild(engine: TestEngine, state: RecordedState, code: Code) {
  const kept = state.items.filter(
    ({ pk, sk }) => /#(deals#\d+|reference|settings)$/.test(pk?.S ?? '') || sk?.S === 'prior',
  );
  const fresh = await living(engine, { ...state, items: kept });
  await fresh.rollUp(code, ALL_SHARDS);
  return fresh.visible();
}
