import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IngestMessage, IngestQueue, RollupMessage, RollupQueue } from '../../ports/queues.ts';

const ENTRIES_PER_BATCH = 10; // SQS's limit.
const DEALS_PER_MESSAGE = 50; // One read with history at HubSpot.
const SHARDS_PER_MESSAGE = 32;

export interface QueueOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly client?: SQSClient;
}

export function sqsIngestQueue({ url, clock, client = new SQSClient() }: QueueOptions): IngestQueue {
  return {
    async sendDeals(dealIds, origin, arrived) {
      const sentAt = clock.now();
      const messages = chunksOf([...new Set(dealIds)], DEALS_PER_MESSAGE).map(
        (chunk): IngestMessage => ({ dealIds: chunk, origin, sentAt, ...(arrived !== undefined && { arrived }) }),
      );
      await sendAll(client, url, messages);
    },
  };
}

export function sqsRollupQueue({ url, client = new SQSClient() }: Omit<QueueOptions, 'clock'>): RollupQueue {
  return {
    async sendShards(shards) {
      const sorted = [...new Set(shards)].toSorted((left, right) => left - right);
      const messages = chunksOf(sorted, SHARDS_PER_MESSAGE).map((chunk): RollupMessage => ({ shards: chunk }));
      await sendAll(client, url, messages);
    },
  };
}

async function sendAll(client: SQSClient, url: string, messages: readonly object[]): Promise<void> {
  const batches = chunksOf(messages, ENTRIES_PER_BATCH);
  await Promise.all(batches.map((batch) => sendBatch(client, url, batch)));
}

/** A batch may fail in part with status 200: what failed is sent once more, and then the caller is told. */
async function sendBatch(client: SQSClient, url: string, messages: readonly object[]): Promise<void> {
  const failed = await failedOf(client, url, messages);
  const failedTwice = failed.length === 0 ? [] : await failedOf(client, url, failed);
  if (failedTwice.length > 0) {
    throw new AppError('upstream-unavailable', 'The queue did not take all messages.', { retryAfterMs: 1000 });
  }
}

async function failedOf(client: SQSClient, url: string, messages: readonly object[]): Promise<readonly object[]> {
  const Entries = messages.map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
  const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  const failedIds = new Set(Failed.map(({ Id }) => Id));
  return messages.filter((_, index) => failedIds.has(String(index)));
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
