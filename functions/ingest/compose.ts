import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamoDeadLetterStore } from '../adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { hubspotDealSource, LIVE } from '../adapters/hubspot/deal-source.ts';
import { realTiming } from '../adapters/hubspot/timing.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import { sqsRollupQueue } from '../adapters/sqs/queues.ts';
import { unlessErased } from '../erase/unless-erased.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import { systemClock } from '../system-clock.ts';
import { ingestMessages } from './ingest-messages.ts';

export type IngestHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

export function composeIngest(env: Env, clock: Clock = systemClock): IngestHandler {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const erasures = dynamoErasureStore(table);
  const deps = {
    store: dynamoDealStore(table),
    status: dynamoStatusStore(table),
    deadLetters: dynamoDeadLetterStore(table),
    rollupQueue: sqsRollupQueue({ url: env.ROLLUP_QUEUE_URL }),
    source: hubspotDealSource({
      baseUrl: env.HUBSPOT_API_URL,
      secrets: secretSource(env, clock),
      timing: realTiming(clock),
      manners: LIVE,
    }),
    clock,
    log: createLog('ingest', env.LOG_LEVEL),
  };
  return async ({ Records }) => {
    const messages = Records.map(({ messageId, body, attributes }) => ({
      messageId,
      body,
      tries: Number(attributes.ApproximateReceiveCount),
    }));
    const failed = await unlessErased(erasures, () => ingestMessages(deps, messages), []);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
