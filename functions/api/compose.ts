import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealNotesStore } from '../adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../adapters/dynamodb/settings-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../adapters/dynamodb/sync-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { IngestQueue, RollupQueue } from '../ports/queues.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { TaskDesk } from '../ports/task-desk.ts';
import { systemClock } from '../system-clock.ts';
import { apiRoutes } from './api-routes.ts';
import { createApp } from './app.ts';
import type { ApiDeps } from './deps.ts';

/** The function that cards and settings ask. */
export function composeApi(env: Env, clock: Clock = systemClock) {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const dealStore = dynamoDealStore(table);
  const dealNotes = dynamoDealNotesStore(table);
  const secrets = secretSource(env, clock);
  const deadLetters = dynamoDeadLetterStore(table);
  const settingsStore = dynamoSettingsStore(table);
  const statusStore = dynamoStatusStore(table);
  const rollupQueue = lazyRollupQueue(env.ROLLUP_QUEUE_URL);
  const deps: ApiDeps = {
    dealStore,
    dealNotes,
    taskDesk: lazyTaskDesk({ baseUrl: env.HUBSPOT_API_URL, secrets, clock }),
    reportStore: dynamoReportStore(table),
    referenceStore: dynamoReferenceStore(table),
    blockStore: dynamoBlockStore(table),
    statusStore,
    sync: dynamoSyncStore(table),
    deadLetters,
    settingsStore,
    rollupQueue,
    erasing: {
      dealStore,
      settingsStore,
      dealNotes,
      deadLetters,
      status: statusStore,
      rollupQueue,
      erasures: dynamoErasureStore(table),
      clock,
      portalId: env.PORTAL_ID,
    },
    ingestQueue: lazyIngestQueue(env.INGEST_QUEUE_URL, clock),
    secretSource: secrets,
    clock,
    log: createLog('api', env.LOG_LEVEL),
    installation: {
      portalId: env.PORTAL_ID,
      appId: env.APP_ID,
      publicBaseUrl: env.PUBLIC_BASE_URL,
      adminEmails: env.ADMIN_EMAILS,
    },
  };
  const app = createApp(deps, (warm) => apiRoutes({ ...deps, ...warm }));
  const answer = handle(app);
  return (event: LambdaEvent, context?: LambdaContext) => answer(event, context);
}

/** Few requests queue a read: the client of the queue is loaded by the first that does, and delays no cold start. */
function lazyIngestQueue(url: string, clock: Clock): IngestQueue {
  let loaded: Promise<IngestQueue> | undefined;
  const load = async () => (await import('../adapters/sqs/queues.ts')).sqsIngestQueue({ url, clock });
  return {
    async sendDeals(dealIds, origin, arrived) {
      loaded ??= load();
      await (await loaded).sendDeals(dealIds, origin, arrived);
    },
  };
}

/** Only a change of settings asks for a rollup. */
function lazyRollupQueue(url: string): RollupQueue {
  return {
    async sendShards(shards) {
      await (await import('../adapters/sqs/queues.ts')).sqsRollupQueue({ url }).sendShards(shards);
    },
  };
}

interface TaskDeskParts {
  readonly baseUrl: string;
  readonly secrets: SecretSource;
  readonly clock: Clock;
}

/** Only a click on a hint writes to HubSpot. */
function lazyTaskDesk({ baseUrl, secrets, clock }: TaskDeskParts): TaskDesk {
  let loaded: Promise<TaskDesk> | undefined;
  const load = async () => {
    const [{ hubspotTaskDesk }, { realTiming }] = await Promise.all([
      import('../adapters/hubspot/task-desk.ts'),
      import('../adapters/hubspot/timing.ts'),
    ]);
    return hubspotTaskDesk({ baseUrl, secrets, timing: realTiming(clock) });
  };
  const desk = () => (loaded ??= load());
  return {
    findByMark: async (dealId, mark) => (await desk()).findByMark(dealId, mark),
    create: async (task) => (await desk()).create(task),
  };
}
