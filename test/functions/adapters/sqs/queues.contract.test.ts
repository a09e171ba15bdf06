import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqsIngestQueue, sqsRollupQueue } from '../../../../functions/adapters/sqs/queues.ts';
import { type Queues, startQueues } from '../../../../local/runtime/queues.ts';
import { parseIngestMessage } from '../../../../functions/queue-messages.ts';
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

describe('many senders at once', () => {
  /** An SQS that answers when it is told to. */
  function slowQueue() {
    const calls: { bodies: readonly string[]; answer: (failed: readonly string[]) => void; fail: () => void }[] = [];
    const send = ({ input }: { input: { Entries?: { MessageBody?: string }[] } }) =>
      new Promise((resolve, reject) => {
        calls.push({
          bodies: (input.Entries ?? []).map(({ MessageBody = '' }) => MessageBody),
          answer: (failed) => resolve({ Failed: failed.map((Id) => ({ Id })) }),
          fail: () => reject(new Error('SQS is down')),
        });
      });
    const queue = sqsIngestQueue({
      url: 'https://queue',
      clock: fakeClock(),
      client: { send } as unknown as SQSClient,
    });
    return { calls, send: (dealId: string) => queue.sendDeals([dealId], 'webhook') };
  }
  const dealsIn = (bodies: readonly string[]) => bodies.flatMap((body) => parseIngestMessage(body).dealIds);
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('are not kept waiting for company, and share calls while others are under way', async () => {
    const { calls, send } = slowQueue();

    const sent = Array.from({ length: 34 }, (_, index) => send(String(index)));
    await turn();
    const atOnce = calls.map(({ bodies }) => bodies.length);
    while (calls.length < 7) {
      for (const { answer } of calls) answer([]);
      await turn();
    }
    for (const { answer } of calls) answer([]);
    await Promise.all(sent);

    expect(atOnce).toEqual([1, 1, 1, 1]);
    expect(calls.map(({ bodies }) => bodies.length)).toEqual([1, 1, 1, 1, 10, 10, 10]);
    expect(dealsIn(calls.flatMap(({ bodies }) => bodies))).toEqual(
      Array.from({ length: 34 }, (_, index) => String(index)),
    );
  });

  it('are each told of their own messages alone', async () => {
    const { calls, send } = slowQueue();
    const ends = Array.from({ length: 14 }, (_, index) =>
      send(String(index)).then(
        () => 'sent',
        () => 'failed',
      ),
    );
    await turn();

    calls[0]?.fail();
    for (const { answer } of calls.slice(1, 4)) answer([]);
    await turn();
    calls[4]?.answer(['3']);
    await turn();
    calls[5]?.answer(['0']);

    const expected = Array.from({ length: 14 }, (_, index) => (index === 0 || index === 7 ? 'failed' : 'sent'));
    expect(await Promise.all(ends)).toEqual(expected);
    expect(dealsIn(calls[5]?.bodies ?? [])).toEqual(['7']);
  });
});

describe('a call that breaks after the first took a part', () => {
  it('fails for those alone that it held', async () => {
    let calls = 0;
    const send = async () => {
      calls += 1;
      if (calls === 5) return { Failed: [{ Id: '1' }] };
      if (calls === 6) throw new Error('SQS is down');
      return {};
    };
    const queue = sqsIngestQueue({
      url: 'https://queue',
      clock: fakeClock(),
      client: { send } as unknown as SQSClient,
    });

    const ends = Array.from({ length: 7 }, (_, index) => queue.sendDeals([String(index)], 'webhook'));

    expect((await Promise.allSettled(ends)).map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
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
