import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EventSource, type QueueHandler, startEventSource } from '../../../local/runtime/event-source.ts';
import { type Queues, startQueues } from '../../../local/runtime/queues.ts';

let queues: Queues;
let source: EventSource | null;
let events: SQSEvent[];
let failures: unknown[];

beforeEach(async () => {
  queues = await startQueues();
  [source, events, failures] = [null, [], []];
});
afterEach(async () => {
  await source?.close();
  await queues.close();
});

const send = (...bodies: string[]) =>
  queues.client.send(
    new SendMessageBatchCommand({
      QueueUrl: queues.urls.ingest,
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody })),
    }),
  );

function start(answer: QueueHandler, overrides: { batchSize?: number; windowMs?: number } = {}): void {
  source = startEventSource({
    client: queues.client,
    queueUrl: queues.urls.ingest,
    functionName: 'ingest',
    handler: async (event, context) => {
      events.push(event);
      return answer(event, context);
    },
    batchSize: 10,
    windowMs: 0,
    concurrency: 1,
    onFailure: (error) => failures.push(error),
    ...overrides,
  });
}

const pendingIs = (count: number) => expect.poll(() => queues.pending('ingest')).toBe(count);
const bodies = () => events.map(({ Records }) => Records.map(({ body }) => body));

describe('an event source', () => {
  it('hands messages over as SQS events and deletes what succeeded', async () => {
    start(async () => ({ batchItemFailures: [] }));

    await send('one', 'two');

    await pendingIs(0);
    expect(bodies()).toEqual([['one', 'two']]);
    expect(events[0]?.Records[0]).toMatchObject({
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:ingest',
      attributes: { ApproximateReceiveCount: '1' },
    });
  });

  it('leaves the messages that the function names as failed, and only those', async () => {
    start(async ({ Records }) => ({
      batchItemFailures: Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    }));

    await send('good', 'bad', 'good too');

    await pendingIs(1);
    expect(await queues.deadLetters('ingest')).toBe(0);
  });

  it('leaves the whole batch when the function throws, says so and goes on', async () => {
    start(async ({ Records }) => {
      if (Records[0]?.body === 'poison') throw new Error('broken');
      return { batchItemFailures: [] };
    });

    await send('poison');
    await expect.poll(() => failures).toEqual([new Error('broken')]);
    await send('fine');

    await expect.poll(bodies).toEqual([['poison'], ['fine']]);
    await pendingIs(1);
  });

  it('gathers beyond ten messages while its window is open', async () => {
    start(async () => ({ batchItemFailures: [] }), { batchSize: 100, windowMs: 150 });

    await send(...Array.from({ length: 10 }, (_, index) => `a${index}`));
    await send(...Array.from({ length: 10 }, (_, index) => `b${index}`));

    await pendingIs(0);
    expect(bodies().map((batch) => batch.length)).toEqual([20]);
  });

  it('stops at once, even while it waits for messages', async () => {
    start(async () => ({ batchItemFailures: [] }));
    const startedAt = performance.now();

    await source?.close();

    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(failures).toEqual([]);
  });
});
