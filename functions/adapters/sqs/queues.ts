import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../../ports/clock.ts';
import type { IngestMessage, IngestQueue, RollupMessage, RollupQueue } from '../../ports/queues.ts';
import { groupedSends } from './grouped-sends.ts';

const DEALS_PER_MESSAGE = 50; // One read with history at HubSpot.
const SHARDS_PER_MESSAGE = 32;

export interface QueueOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly client?: SQSClient;
}

export function sqsIngestQueue({ url, clock, client = new SQSClient() }: QueueOptions): IngestQueue {
  const send = groupedSends(client, url);
  return {
    async sendDeals(dealIds, origin, arrived) {
      const sentAt = clock.now();
      const messages = chunksOf([...new Set(dealIds)], DEALS_PER_MESSAGE).map(
        (chunk): IngestMessage => ({ dealIds: chunk, origin, sentAt, ...(arrived !== undefined && { arrived }) }),
      );
      await send(messages);
    },
  };
}

export function sqsRollupQueue({ url, client = new SQSClient() }: Omit<QueueOptions, 'clock'>): RollupQueue {
  const send = groupedSends(client, url);
  return {
    async sendShards(shards) {
      const sorted = [...new Set(shards)].toSorted((left, right) => left - right);
      const messages = chunksOf(sorted, SHARDS_PER_MESSAGE).map((chunk): RollupMessage => ({ shards: chunk }));
      await send(messages);
    },
  };
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
