import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Log } from '../log.ts';
import { parseRollupMessage } from '../queue-messages.ts';

interface Message {
  readonly messageId: string;
  /** Null when the body is not one of ours: the message goes back, and after some tries to the dead-letter queue. */
  readonly shards: readonly number[] | null;
}

/** Rolls up all shards of a batch of messages at once, each once; only messages with a failed shard come again. */
export async function handleBatch(
  event: Pick<SQSEvent, 'Records'>,
  rollUp: (shards: readonly number[]) => Promise<readonly number[]>,
  log: Log,
): Promise<SQSBatchResponse> {
  const messages = event.Records.map(({ messageId, body }): Message => {
    try {
      return { messageId, shards: parseRollupMessage(body).shards };
    } catch (error) {
      log.error('message not understood', { messageId, error });
      return { messageId, shards: null };
    }
  });
  const failed = new Set(await rollUp(messages.flatMap(({ shards }) => shards ?? [])));
  const again = messages.filter(({ shards }) => shards === null || shards.some((shard) => failed.has(shard)));
  return { batchItemFailures: again.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
