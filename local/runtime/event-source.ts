import { setTimeout as wait } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { lambdaContext } from './lambda-context.ts';

const RECEIVE_MAX = 10; // SQS's limit
const LONG_POLL_SECONDS = 20;
const PAUSE_AFTER_FAILURE_MS = 1_000;

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse | void>;

export interface EventSourceOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly functionName: string;
  readonly handler: QueueHandler;
  /** Most messages a call. */
  readonly batchSize: number;
  /** How long to gather after the first message. */
  readonly windowMs: number;
  readonly concurrency: number;
  /** Called with what the handler threw: its batch comes again. */
  readonly onFailure: (error: unknown) => void;
}

export interface EventSource {
  close(): Promise<void>;
}

/** Hands a queue's messages to a function as AWS does: in batches, deleting what succeeded, leaving the rest to come again. */
export function startEventSource(options: EventSourceOptions): EventSource {
  const closing = new AbortController();
  const poll = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await carryOutBatch(options, closing.signal);
      } catch (error) {
        if (closing.signal.aborted) return;
        options.onFailure(error);
        await wait(PAUSE_AFTER_FAILURE_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  };
  const pollers = Array.from({ length: options.concurrency }, poll);
  return {
    async close() {
      closing.abort();
      await Promise.all(pollers);
    },
  };
}

async function carryOutBatch(options: EventSourceOptions, signal: AbortSignal): Promise<void> {
  const messages = await gather(options, signal);
  if (messages.length === 0) return;
  const event = { Records: messages.map((message) => recordOf(message, options.queueUrl)) };
  const answer = await options.handler(event, lambdaContext(options.functionName));
  const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  await deleteMessages(
    options,
    messages.filter(({ MessageId }) => !failed.has(MessageId ?? '')),
  );
}

async function gather({ client, queueUrl, batchSize, windowMs }: EventSourceOptions, signal: AbortSignal) {
  const receive = async (count: number, seconds: number): Promise<readonly Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(RECEIVE_MAX, count),
      WaitTimeSeconds: seconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    return (await client.send(command, { abortSignal: signal })).Messages ?? [];
  };

  const messages = [...(await receive(batchSize, LONG_POLL_SECONDS))];
  if (messages.length === 0 || windowMs === 0) return messages;
  await wait(windowMs, undefined, { signal });
  while (messages.length < batchSize) {
    const more = await receive(batchSize - messages.length, 0);
    if (more.length === 0) break;
    messages.push(...more);
  }
  return messages;
}

function recordOf(message: Message, queueUrl: string): SQSRecord {
  const attributes = message.Attributes ?? {};
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: attributes.SentTimestamp ?? '0',
      SenderId: attributes.SenderId ?? 'local',
      ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${queueUrl.split('/').at(-1) ?? ''}`,
    awsRegion: 'eu-central-1',
  };
}

async function deleteMessages({ client, queueUrl }: EventSourceOptions, messages: readonly Message[]): Promise<void> {
  for (let from = 0; from < messages.length; from += RECEIVE_MAX) {
    const Entries = messages
      .slice(from, from + RECEIVE_MAX)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle: ReceiptHandle ?? '' }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}
