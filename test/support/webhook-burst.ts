import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { composeWebhook } from '../../functions/webhook/compose.ts';
import { parseIngestMessage } from '../../functions/queue-messages.ts';
import { signatureHeaders } from '../../local/hubspot-simulator/webhooks/sign-request.ts';
import { startEngines } from '../../local/runtime/engines.ts';
import { startHttpHost } from '../../local/runtime/http-host.ts';
import { functionsEnv, pointSdkAt } from '../../local/runtime/variables.ts';
import { fakeClock } from './fakes.ts';

const BASE_URL = 'https://insights.example.com';
const EVENTS = 100; // HubSpot's most in one delivery.
const PARALLEL = 50;

export interface Burst {
  readonly statuses: ReadonlySet<number>;
  /** In ms, of every delivery. */
  readonly webhookMs: readonly number[];
  /** Of the same deliveries to a handler that does nothing, in turns with the others. */
  readonly emptyMs: readonly number[];
  readonly lost: number;
}

/** Deliveries of 100 events, 50 at a time, through the host that stands for API Gateway, into a queue; all in this process. */
export async function webhookBurst(rounds: number): Promise<Burst> {
  const clock = fakeClock(1_790_000_000_000);
  const engines = await startEngines(null);
  const installation = {
    hubspotUrl: 'http://127.0.0.1:1',
    accessToken: 'a-token',
    clientSecret: 'a-client-secret',
    publicBaseUrl: BASE_URL,
    portalId: '62515',
    appId: '1',
    adminEmails: [],
    logLevel: 'SILENT' as const,
  };
  pointSdkAt(engines);
  const webhook = composeWebhook(functionsEnv(installation, engines), clock);
  const nothing = handle(new Hono().post('*', (c) => c.body(null, 204)));
  const host = await startHttpHost({
    clock,
    routeTo: (path) =>
      path.startsWith('/webhooks/')
        ? { functionName: 'webhook', invoke: (event) => webhook(JSON.parse(event)) }
        : { functionName: 'nothing', invoke: (event) => nothing(JSON.parse(event)) },
    onFailure: () => {},
  });
  const statuses = new Set<number>();
  const send = async (path: string, first: number): Promise<number> => {
    const body = JSON.stringify(eventsFrom(first));
    const headers = signatureHeaders(
      { method: 'POST', url: BASE_URL + path, body, sentAt: clock.now() },
      'a-client-secret',
    );
    const startedAt = performance.now();
    const answer = await fetch(host.url + path, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    statuses.add(answer.status);
    return performance.now() - startedAt;
  };
  const sendAll = (path: string, round: number) =>
    Promise.all(Array.from({ length: PARALLEL }, (_, place) => send(path, (round * PARALLEL + place) * EVENTS)));
  try {
    const [webhookMs, emptyMs]: [number[], number[]] = [[], []];
    await send('/nothing', 0);
    for (let round = 0; round < rounds; round += 1) {
      emptyMs.push(...(await sendAll('/nothing', round)));
      webhookMs.push(...(await sendAll('/webhooks/hubspot', round)));
    }
    const queued = await queuedDeals(engines.queues);
    return { statuses, webhookMs, emptyMs, lost: rounds * PARALLEL * EVENTS - queued.size };
  } finally {
    await host.close();
    await engines.close();
  }
}

const eventsFrom = (first: number) =>
  Array.from({ length: EVENTS }, (_, index) => ({
    eventId: first + index,
    subscriptionId: 12,
    portalId: 62515,
    appId: 1,
    occurredAt: 1_790_000_000_000,
    subscriptionType: 'deal.propertyChange',
    attemptNumber: 0,
    objectId: first + index + 1,
    propertyName: 'dealstage',
    propertyValue: 'offer',
    changeSource: 'CRM_UI',
  }));

async function queuedDeals(queues: Awaited<ReturnType<typeof startEngines>>['queues']): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (;;) {
    const { Messages = [] } = await queues.client.send(
      new ReceiveMessageCommand({ QueueUrl: queues.urls.ingest, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return found;
    for (const { Body = '' } of Messages) for (const id of parseIngestMessage(Body).dealIds) found.add(id);
  }
}
