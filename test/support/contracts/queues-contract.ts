import { describe, expect, it } from 'vitest';
import type { IngestQueue, RollupQueue } from '../../../functions/ports/queues.ts';
import { parseIngestMessage, parseRollupMessage } from '../../../functions/queue-messages.ts';

export interface QueuesUnderTest {
  readonly queues: IngestQueue & RollupQueue;
  readonly now: number;
  /** Bodies of all messages that wait, in any order, taken away. */
  readonly receive: (queue: 'ingest' | 'rollup') => Promise<readonly string[]>;
}

const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted();

/** What webhook, API, ingest and backfill rely on: all that is sent arrives, in messages that the receivers understand. */
export function queuesContract(make: () => Promise<QueuesUnderTest>): void {
  describe('IngestQueue', () => {
    it('carries every deal once, with where it came from and when', async () => {
      const { queues, receive, now } = await make();
      const ids = Array.from({ length: 1234 }, (_, index) => String(1e9 + index));

      await queues.sendDeals([...ids, ...ids.slice(0, 10)], 'webhook');

      const messages = (await receive('ingest')).map(parseIngestMessage);
      expect(sorted(messages.flatMap(({ dealIds }) => dealIds))).toEqual(sorted(ids));
      expect(messages.every(({ dealIds }) => dealIds.length <= 50)).toBe(true);
      expect(new Set(messages.map(({ origin, sentAt }) => `${origin} ${sentAt}`))).toEqual(new Set([`webhook ${now}`]));
    });

    it('sends nothing for no deals', async () => {
      const { queues, receive } = await make();
      await queues.sendDeals([], 'card');

      expect(await receive('ingest')).toEqual([]);
    });
  });

  describe('RollupQueue', () => {
    it('carries every shard once', async () => {
      const { queues, receive } = await make();
      const shards = Array.from({ length: 256 }, (_, shard) => shard);

      await queues.sendShards([...shards, 3, 3]);

      const messages = (await receive('rollup')).map(parseRollupMessage);
      const received = messages.flatMap((message) => message.shards);
      expect(received.toSorted((left, right) => left - right)).toEqual(shards);
    });

    it('sends nothing for no shards', async () => {
      const { queues, receive } = await make();
      await queues.sendShards([]);

      expect(await receive('rollup')).toEqual([]);
    });
  });
}
