import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqsIngestQueue, sqsRollupQueue } from '../../../../functions/adapters/sqs/queues.ts';
import { type Queues, startQueues } from '../../../../local/runtime/queues.ts';
import { queuesContract } from '../../../support/contracts/queues-contract.ts';
import { fakeClock, fakeQueues } from '../../../support/fakes.ts';

describe('in memory', () => {
  queuesContract(async () => {
    const clock = fakeClock();
    const queues = fakeQueues(clock);
    const bodies = { ingest: () => queues.ingest, rollup: () => queues.rollup };
    return { queues, now: clock.now(), receive: async (name) => bodies[name]().map((body) => JSON.stringify(body)) };
  });
});

describe('in SQS', () => {
  let engine: Queues;
  beforeAll(async () => {
    engine = await startQueues();
  });
  afterAll(() => engine.close());

  queuesContract(async () => {
    const { client, urls } = engine;
    const clock = fakeClock();
    return {
      queues: {
        ...sqsIngestQueue({ url: urls.ingest, clock, client }),
        ...sqsRollupQueue({ url: urls.rollup, client }),
      },
      now: clock.now(),
      receive: (name) => receiveAll(client, urls[name]),
    };
  });
});

describe('sending', () => {
  /** An SQS that does not take what the script says, entry by entry and call by call. */
  function partlyFailing(script: readonly (readonly string[])[]) {
    const sent: string[][] = [];
    const send = async ({ input }: { input: { Entries?: { Id?: string; MessageBody?: string }[] } }) => {
      const failing = script[sent.length] ?? [];
      sent.push((input.Entries ?? []).map(({ MessageBody = '' }) => MessageBody));
      return { Failed: failing.map((Id) => ({ Id })) };
    };
    return { sent, client: { send } as unknown as SQSClient };
  }

  it('sends once more what SQS did not take of a batch, and that alone', async () => {
    const { sent, client } = partlyFailing([['1']]);
    await sqsRollupQueue({ url: 'https://queue', client }).sendShards(Array.from({ length: 96 }, (_, shard) => shard));

    expect(sent.map((bodies) => bodies.length)).toEqual([3, 1]);
    expect(sent[1]?.[0]).toBe(sent[0]?.[1]);
  });

  it('tells the caller when a message is not taken twice', async () => {
    const { client } = partlyFailing([['0'], ['0']]);
    const sending = sqsRollupQueue({ url: 'https://queue', client }).sendShards([1]);

    await expect(sending).rejects.toMatchObject({ code: 'upstream-unavailable' });
  });
});

async function receiveAll(client: SQSClient, url: string): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return bodies;
    bodies.push(...Messages.map(({ Body = '' }) => Body));
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
  }
}
