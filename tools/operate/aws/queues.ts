import { GetQueueAttributesCommand, SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { atAws } from './aws-fault.ts';

interface QueueState {
  readonly arn: string;
  /** Waiting or being worked on; SQS counts roughly. */
  readonly messages: number;
}

export async function readQueue(region: string, url: string): Promise<QueueState> {
  const client = new SQSClient({ region });
  const wanted = ['QueueArn', 'ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes: found = {} } = await atAws(`look into the queue ${nameOf(url)}`, () =>
    client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...wanted] })),
  );
  return {
    arn: found.QueueArn ?? '',
    messages: Number(found.ApproximateNumberOfMessages ?? 0) + Number(found.ApproximateNumberOfMessagesNotVisible ?? 0),
  };
}

/** Has SQS move everything in a dead-letter queue back to where it came from. */
export async function moveBack(region: string, deadLetterArn: string): Promise<void> {
  const client = new SQSClient({ region });
  await atAws('move the dead letters back', () =>
    client.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetterArn })),
  );
}

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
