import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import { sqsIngestQueue } from '../adapters/sqs/queues.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import { systemClock } from '../system-clock.ts';
import { answerDelivery } from './answer-delivery.ts';

export type WebhookHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export function composeWebhook(env: Env, clock: Clock = systemClock): WebhookHandler {
  const deps = {
    ingestQueue: sqsIngestQueue({ url: env.INGEST_QUEUE_URL, clock }),
    secretSource: secretSource(env, clock),
    clock,
    publicBaseUrl: env.PUBLIC_BASE_URL,
    portalId: env.PORTAL_ID,
    takesV1: env.WEBHOOK_V1_SIGNATURES,
    log: createLog('webhook', env.LOG_LEVEL),
  };
  return (event) => answerDelivery(deps, event);
}
