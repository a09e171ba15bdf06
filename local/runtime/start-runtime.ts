import { setTimeout as wait } from 'node:timers/promises';
import { type CorrectiveAction, SHARD_COUNT } from '@deal-stage-insights/shared';
import { bootstrapTable } from '../../functions/adapters/dynamodb/bootstrap-table.ts';
import { dynamoBlockStore } from '../../functions/adapters/dynamodb/block-store.ts';
import { dynamoSettingsStore } from '../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSyncStore } from '../../functions/adapters/dynamodb/sync-store.ts';
import { openTable } from '../../functions/adapters/dynamodb/table.ts';
import { sqsRollupQueue } from '../../functions/adapters/sqs/queues.ts';
import { composeApi } from '../../functions/api/compose.ts';
import { composeBackfill } from '../../functions/backfill/compose.ts';
import { composeIngest } from '../../functions/ingest/compose.ts';
import { composeNightly } from '../../functions/nightly/compose.ts';
import type { Clock } from '../../functions/ports/clock.ts';
import { composeReports } from '../../functions/reports/compose.ts';
import { composeReconcile } from '../../functions/reconcile/compose.ts';
import { composeRollup } from '../../functions/rollup/compose.ts';
import { composeWebhook } from '../../functions/webhook/compose.ts';
import { startEngines } from './engines.ts';
import { startEventSource } from './event-source.ts';
import { type DoorFunction, functionAt } from './function-at.ts';
import { type HttpFunction, startHttpHost } from './http-host.ts';
import type { QueueName } from './queues.ts';
import { functionsEnv, type Installation, pointSdkAt, TABLE_NAME } from './variables.ts';

const LOOK_EVERY_MS = 50;

export interface RuntimeOptions {
  readonly installation: Installation;
  readonly clock: Clock;
  /** Null: everything is forgotten at the end. */
  readonly dataDir: string | null;
  /** How long changes are gathered before blocks and reports are made again. AWS gathers for 20 s. */
  readonly rollupWindowMs: number;
  readonly onFailure: (error: unknown) => void;
}

interface LoadProgress {
  onDeals(read: number, found: number): void;
}

export interface Runtime {
  /** Where API Gateway would be: the API and the webhook route. */
  readonly url: string;
  /** Reads the whole account as an installation does, and goes on where an earlier load was cut off. Answers the deals read. */
  load(progress?: LoadProgress): Promise<number>;
  /** Records what was done about stages, unless somebody recorded something already. */
  record(actions: readonly CorrectiveAction[], byUserId: string): Promise<void>;
  /** Whether a load came to its end. The table itself says so: a folder that lost its table is loaded again. */
  isLoaded(): Promise<boolean>;
  /** Goes on with a backfill that an admin asked for. Does nothing when there is none. */
  resumeBackfill(): Promise<void>;
  /** Reads what changed since the last time. */
  reconcile(): Promise<void>;
  /** Has all blocks held against their records. Nothing is written where they agree. */
  compareAll(): Promise<void>;
  /** The day's first work: compares blocks with records, moves reports on. Does nothing when it was done today. */
  nightly(): Promise<void>;
  /** Resolves when both queues are empty and nothing is being worked on. */
  settled(): Promise<void>;
  /** Of how many shards blocks exist. */
  shardsMade(): Promise<number>;
  close(): Promise<void>;
}

/** The functions of the product in this process, with engines in place of AWS. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { clock, installation, onFailure, rollupWindowMs } = options;
  const engines = await startEngines(options.dataDir);
  pointSdkAt(engines);
  const env = functionsEnv(installation, engines);
  const table = openTable({ name: TABLE_NAME, portalId: env.PORTAL_ID, clock });
  await bootstrapTable(table);
  const sync = dynamoSyncStore(table);
  const backfill = composeBackfill(env, clock);
  const reconcile = composeReconcile(env, clock);
  const nightly = composeNightly(env, clock);

  const [answerApi, answerReports] = [composeApi(env, clock), composeReports(env, clock)];
  const answerWebhook = composeWebhook(env, clock);
  const functions: Readonly<Record<DoorFunction, HttpFunction['invoke']>> = {
    api: (event, context) => answerApi(JSON.parse(event), context),
    reports: (event, context) => answerReports(JSON.parse(event), context),
    webhook: (event) => answerWebhook(JSON.parse(event)),
  };
  const host = await startHttpHost({
    clock,
    routeTo(path) {
      const functionName = functionAt(path);
      return { functionName, invoke: functions[functionName] };
    },
    onFailure,
  });
  const source = (name: QueueName, batchSize: number, windowMs: number) => ({
    client: engines.queues.client,
    queueUrl: engines.queues.urls[name],
    functionName: name,
    batchSize,
    windowMs,
    concurrency: 2,
    onFailure,
  });
  const sources = [
    startEventSource({ ...source('ingest', 10, 0), handler: composeIngest(env, clock) }),
    startEventSource({ ...source('rollup', 100, rollupWindowMs), handler: composeRollup(env, clock) }),
  ];

  const pendingNow = async (): Promise<number> =>
    (await engines.queues.pending('ingest')) + (await engines.queues.pending('rollup'));
  return {
    url: host.url,
    async load(progress) {
      const looking = new AbortController();
      const look = async (): Promise<void> => {
        while (!looking.signal.aborted) {
          const latest = (await sync.readCheckpoint())?.checkpoint.progress;
          if (latest?.dealsFound !== null && latest !== undefined)
            progress?.onDeals(latest.dealsRead, latest.dealsFound);
          await wait(250, undefined, { signal: looking.signal }).catch(() => undefined);
        }
      };
      const watched = progress === undefined ? Promise.resolve() : look();
      try {
        return (await backfill({ action: 'start' }))?.dealsRead ?? 0;
      } finally {
        looking.abort();
        await watched;
      }
    },
    async record(actions, byUserId) {
      const update = {
        section: 'actions',
        value: { actions },
        changedAt: clock.now(),
        changedByUserId: byUserId,
      } as const;
      await dynamoSettingsStore(table).storeSection(update, 0);
    },
    isLoaded: async () => (await sync.readCheckpoint())?.checkpoint.progress.state === 'done',
    resumeBackfill: async () => void (await backfill({ action: 'resume' })),
    reconcile: async () => void (await reconcile()),
    compareAll: () =>
      sqsRollupQueue({ url: env.ROLLUP_QUEUE_URL }).sendShards(
        Array.from({ length: SHARD_COUNT }, (_, shard) => shard),
      ),
    nightly: async () => void (await nightly()),
    async settled() {
      while ((await pendingNow()) > 0) await wait(LOOK_EVERY_MS);
    },
    shardsMade: async () => (await dynamoBlockStore(table).readHeads()).length,
    async close() {
      await Promise.all(sources.map((each) => each.close()));
      await host.close();
      await engines.close();
    },
  };
}
