import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { parseIngestMessage } from '../../functions/queue-messages.ts';
import { signatureHeaders } from '../../local/hubspot-simulator/webhooks/sign-request.ts';
import { type Queues, startQueues } from '../../local/runtime/queues.ts';

const EVENTS = 100; // HubSpot's most in one delivery.
const PARALLEL = 50;

const burstOrderSchema = z.object({
  /** Where the functions listen, and under which name HubSpot knows them. */
  hostUrl: z.string(),
  publicBaseUrl: z.string(),
  clientSecret: z.string(),
  now: z.number(),
  rounds: z.number(),
});
export type BurstOrder = z.output<typeof burstOrderSchema>;

export const readySchema = z.object({
  url: z.string(),
  urls: z.object({ ingest: z.string(), rollup: z.string() }),
});

export const burstSchema = z.object({
  statuses: z.set(z.number()),
  /** In ms, of every delivery. */
  webhookMs: z.array(z.number()),
  /** Of the same deliveries to a handler that does nothing, in turns with the others. */
  emptyMs: z.array(z.number()),
  /** Deals that were sent and are in no message of the queue. */
  lost: z.number(),
});
export type Burst = z.output<typeof burstSchema>;

/** Deliveries of 100 events, 50 at a time. */
async function burst(order: BurstOrder, queues: Queues): Promise<Burst> {
  const statuses = new Set<number>();
  const send = async (path: string, first: number): Promise<number> => {
    const body = JSON.stringify(eventsFrom(first, order.now));
    const call = { method: 'POST', url: order.publicBaseUrl + path, body, sentAt: order.now };
    const headers = signatureHeaders(call, order.clientSecret);
    const startedAt = performance.now();
    const answer = await fetch(order.hostUrl + path, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    statuses.add(answer.status);
    return performance.now() - startedAt;
  };
  const sendAll = (path: string, round: number) =>
    Promise.all(Array.from({ length: PARALLEL }, (_, place) => send(path, (round * PARALLEL + place) * EVENTS)));
  const [webhookMs, emptyMs]: [number[], number[]] = [[], []];
  await send('/nothing', 0);
  for (let round = 0; round < order.rounds; round += 1) {
    emptyMs.push(...(await sendAll('/nothing', round)));
    webhookMs.push(...(await sendAll('/webhooks/hubspot', round)));
  }
  const lost = order.rounds * PARALLEL * EVENTS - (await queuedDeals(queues)).size;
  return { statuses, webhookMs, emptyMs, lost };
}

const eventsFrom = (first: number, now: number) =>
  Array.from({ length: EVENTS }, (_, index) => ({
    eventId: first + index,
    subscriptionId: 12,
    portalId: 62515,
    appId: 1,
    occurredAt: now,
    subscriptionType: 'deal.propertyChange',
    attemptNumber: 0,
    objectId: first + index + 1,
    propertyName: 'dealstage',
    propertyValue: 'offer',
    changeSource: 'CRM_UI',
  }));

async function queuedDeals(queues: Queues): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (;;) {
    const { Messages = [] } = await queues.client.send(
      new ReceiveMessageCommand({ QueueUrl: queues.urls.ingest, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return found;
    for (const { Body = '' } of Messages) for (const id of parseIngestMessage(Body).dealIds) found.add(id);
  }
}

/** HubSpot and the queue have a thread of their own, and with it a core: neither is at work where the functions are. */
if (parentPort !== null) {
  const queues = await startQueues();
  parentPort.postMessage({ url: queues.url, urls: queues.urls });
  const [order] = await once(parentPort, 'message');
  parentPort.postMessage(await burst(burstOrderSchema.parse(order), queues));
  await queues.close();
}
