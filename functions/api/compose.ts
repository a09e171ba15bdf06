import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../adapters/dynamodb/report-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import { sqsIngestQueue } from '../adapters/sqs/queues.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import { systemClock } from '../system-clock.ts';
import { createApp } from './app.ts';

/** The function behind the HTTP API. */
export function composeApi(env: Env, clock: Clock = systemClock) {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const app = createApp({
    dealStore: dynamoDealStore(table),
    reportStore: dynamoReportStore(table),
    referenceStore: dynamoReferenceStore(table),
    blockStore: dynamoBlockStore(table),
    statusStore: dynamoStatusStore(table),
    ingestQueue: sqsIngestQueue({ url: env.INGEST_QUEUE_URL, clock }),
    secretSource: secretSource(env, clock),
    clock,
    log: createLog('api', env.LOG_LEVEL),
    installation: {
      portalId: env.PORTAL_ID,
      appId: env.APP_ID,
      publicBaseUrl: env.PUBLIC_BASE_URL,
      adminEmails: env.ADMIN_EMAILS,
    },
  });
  const answer = handle(app);
  return (event: LambdaEvent, context?: LambdaContext) => answer(event, context);
}
