import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { AppError } from '../../errors.ts';

const ENTRIES_PER_BATCH = 10; // SQS's limit.
const SENDS_AT_ONCE = 4;

interface Waiting {
  readonly body: string;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * Sends messages to a queue, and answers when SQS has all of them. A message never waits for company; but what comes while
 * sends are under way goes together, ten in a call: many callers at once cost a few calls.
 */
export function groupedSends(client: SQSClient, url: string): (messages: readonly object[]) => Promise<void> {
  const waiting: Waiting[] = [];
  let underWay = 0;

  /** A batch may fail in part with status 200: what failed is sent once more. */
  const send = async (batch: readonly Waiting[], isLastTry = false): Promise<void> => {
    try {
      const refused = await refusedOf(client, url, batch);
      for (const entry of batch) if (!refused.includes(entry)) entry.done();
      if (isLastTry) for (const entry of refused) entry.failed(notTaken());
      else if (refused.length > 0) await send(refused, true);
    } catch (error) {
      for (const entry of batch) entry.failed(error); // Those that are done stay so.
    }
  };
  const sendNext = async (): Promise<void> => {
    underWay += 1;
    await send(waiting.splice(0, ENTRIES_PER_BATCH));
    underWay -= 1;
    start();
  };
  const start = (): void => {
    while (waiting.length > 0 && underWay < SENDS_AT_ONCE) void sendNext();
  };

  return async (messages) => {
    const sent = messages.map(
      (message) => new Promise<void>((done, failed) => waiting.push({ body: JSON.stringify(message), done, failed })),
    );
    start();
    await Promise.all(sent);
  };
}

const notTaken = () =>
  new AppError('upstream-unavailable', 'The queue did not take all messages.', { retryAfterMs: 1000 });

async function refusedOf(client: SQSClient, url: string, batch: readonly Waiting[]): Promise<readonly Waiting[]> {
  const Entries = batch.map(({ body }, index) => ({ Id: String(index), MessageBody: body }));
  const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  const failedIds = new Set(Failed.map(({ Id }) => Id));
  return batch.filter((_, index) => failedIds.has(String(index)));
}
