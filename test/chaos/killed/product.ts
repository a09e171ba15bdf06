import { DAY_MS, type EpochMs, type Health, shardOf } from '@deal-stage-insights/shared';
import type { SQSEvent } from 'aws-lambda';
import { bootstrapTable } from '../../../functions/adapters/dynamodb/bootstrap-table.ts';
import { dynamoBlockStore } from '../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../../../functions/adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealNotesStore } from '../../../functions/adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../../../functions/adapters/dynamodb/erasure-store.ts';
import { dynamoSettingsStore } from '../../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoStatusStore } from '../../../functions/adapters/dynamodb/status-store.ts';
import { openTable, type Table } from '../../../functions/adapters/dynamodb/table.ts';
import { sqsRollupQueue } from '../../../functions/adapters/sqs/queues.ts';
import { readHealth } from '../../../functions/api/health.ts';
import { composeBackfill } from '../../../functions/backfill/compose.ts';
import { parseEnv } from '../../../functions/env.ts';
import { requestErasure } from '../../../functions/erase/request-erasure.ts';
import { composeIngest } from '../../../functions/ingest/compose.ts';
import { composeNightly } from '../../../functions/nightly/compose.ts';
import { composeReconcile } from '../../../functions/reconcile/compose.ts';
import { composeRollup } from '../../../functions/rollup/compose.ts';
import { readWholeTable } from '../../support/table-text.ts';
import { pointSdkAt } from '../../../local/runtime/variables.ts';
import type { WatchedEngines } from './engines.ts';
import { forgetFrozen, seenIn } from './seen.ts';
import type { SharedClock } from './shared-clock.ts';

const QUARTER_MS = 15 * 60_000;
const PORTAL_ID = '4711';
export const APP_ID = '77';
export const CLIENT_SECRET = 'the-client-secret';
export const PUBLIC_BASE_URL = 'https://insights.example.com';

/** The variables of the functions, in whatever process they are. */
export const variablesOf = (engines: WatchedEngines, hubspotUrl: string): Readonly<Record<string, string>> => ({
  TABLE_NAME: 'deal-stage-insights',
  INGEST_QUEUE_URL: engines.queues.urls.ingest,
  ROLLUP_QUEUE_URL: engines.queues.urls.rollup,
  PUBLIC_BASE_URL,
  PORTAL_ID,
  APP_ID,
  HUBSPOT_API_URL: hubspotUrl,
  HUBSPOT_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:hubspot',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: engines.secretsUrl,
  LOG_LEVEL: 'SILENT',
});

export interface Ending {
  readonly seen: Readonly<Record<string, string>>;
  readonly health: Health;
}

/** The functions in this process, which nobody kills. */
export async function openProduct(
  engines: WatchedEngines,
  { hubspotUrl, clock }: { readonly hubspotUrl: string; readonly clock: SharedClock },
) {
  const variables = variablesOf(engines, hubspotUrl);
  pointSdkAt(engines);
  Object.assign(process.env, { AWS_ENDPOINT_URL_SECRETS_MANAGER: engines.secretsUrl });
  const env = parseEnv(variables);
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  await bootstrapTable(table);
  const [backfill, ingest] = [composeBackfill(env, clock), composeIngest(env, clock)];
  const [reconcile, rollup, nightly] = [
    composeReconcile(env, clock),
    composeRollup(env, clock),
    composeNightly(env, clock),
  ];
  const erasing = {
    dealStore: dynamoDealStore(table),
    dealNotes: dynamoDealNotesStore(table),
    deadLetters: dynamoDeadLetterStore(table),
    status: dynamoStatusStore(table),
    erasures: dynamoErasureStore(table),
    settingsStore: dynamoSettingsStore(table),
    rollupQueue: sqsRollupQueue({ url: env.ROLLUP_QUEUE_URL }),
    clock,
    portalId: PORTAL_ID,
  };
  return {
    erase: (dealId: string) => requestErasure(erasing, { request: { scope: 'deal', dealId }, userId: '1' }),
    /** An hour of what schedules do to erase the deal; then, in how many items of the whole table the text stands still. */
    async itemsWith(text: string, dealId: string): Promise<number> {
      for (let quarter = 0; quarter < 4; quarter += 1) {
        clock.passTo(clock.now() + QUARTER_MS);
        await reconcile();
        await rollup(eventOf(JSON.stringify({ shards: [shardOf(dealId)] })));
      }
      return (await readWholeTable(table)).filter((item) => item.text.includes(text)).length;
    },
    backfill: () => backfill({ action: 'start' }),
    read: (dealIds: readonly string[]) =>
      ingest(eventOf(JSON.stringify({ dealIds, origin: 'webhook', sentAt: clock.now() }))),
    /** Two quiet days, on which schedules find what was missed, and then blocks and reports are made. */
    async catchUp(until: EpochMs): Promise<void> {
      for (const at of [until - DAY_MS, until]) {
        clock.passTo(at);
        await reconcile();
      }
    },
    /** Blocks of all deals, the night's work, and what there is to see then. */
    async end(at: EpochMs, dealIds: ReadonlySet<string>): Promise<Ending> {
      await forgetFrozen(table);
      clock.passTo(at);
      await rollup(eventOf(JSON.stringify({ shards: [...new Set([...dealIds].map(shardOf))] })));
      await nightly();
      return { seen: await seenIn(table), health: await healthOf(table) };
    },
  };
}

function healthOf(table: Table): Promise<Health> {
  return readHealth({
    blockStore: dynamoBlockStore(table),
    statusStore: dynamoStatusStore(table),
    deadLetters: dynamoDeadLetterStore(table),
    erasing: { erasures: dynamoErasureStore(table) },
    clock: table.clock,
  });
}

function eventOf(body: string): SQSEvent {
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'test',
    ApproximateFirstReceiveTimestamp: '0',
  };
  return {
    Records: [
      {
        messageId: 'one',
        receiptHandle: '',
        body,
        attributes,
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue',
        awsRegion: 'eu-central-1',
      },
    ],
  };
}
