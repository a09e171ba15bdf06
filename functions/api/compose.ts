import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { dynamoDealNotesStore } from '../adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../adapters/dynamodb/snooze-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { IngestQueue, RollupQueue } from '../ports/queues.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { TaskDesk } from '../ports/task-desk.ts';
import { systemClock } from '../system-clock.ts';
import { createApp, warmParts } from './app.ts';
import type { DealApiDeps } from './deps.ts';
import { dealRoutes } from './routes/deals.ts';

/**
 * The function that cards and settings ask. A rep waits for what is asked of a deal, so that is ready when the function has
 * started; the other routes are loaded by the first request for one of them.
 */
export function composeApi(env: Env, clock: Clock = systemClock) {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const secrets = secretSource(env, clock);
  const deps: DealApiDeps = {
    dealStore: dynamoDealStore(table),
    dealNotes: dynamoDealNotesStore(table),
    taskDesk: lazyTaskDesk({ baseUrl: env.HUBSPOT_API_URL, secrets, clock }),
    reportStore: dynamoReportStore(table),
    referenceStore: dynamoReferenceStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    ingestQueue: lazyIngestQueue(env.INGEST_QUEUE_URL, clock),
    rollupQueue: lazyRollupQueue(env.ROLLUP_QUEUE_URL),
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
  const door = { ...deps, erasing: { erasures: dynamoErasureStore(table) } };
  const warm = warmParts(door);
  const answerOfDeals = handle(createApp(door, warm, dealRoutes({ ...deps, ...warm })));
  let loaded: Promise<typeof answerOfDeals> | undefined;
  const load = async () => {
    const { composeAllRoutes } = await import('./compose-all-routes.ts');
    return handle(composeAllRoutes({ table, deps, warm }));
  };
  return async (event: LambdaEvent, context?: LambdaContext) => {
    const answer = isOfDeals(event) ? answerOfDeals : await (loaded ??= load());
    return answer(event, context);
  };
}

const isOfDeals = (event: LambdaEvent): boolean => 'rawPath' in event && event.rawPath.startsWith('/v1/deals/');

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

/** Only a change of settings or of a snooze asks for a rollup. */
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
