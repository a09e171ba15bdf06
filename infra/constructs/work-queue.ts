import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

const CLOSED = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** Two weeks, so that a weekend and a holiday pass before anything is lost. */
export const deadLetterQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...CLOSED, retentionPeriod: Duration.days(14) });

/** A queue with its dead letters. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: { readonly consumerTimeout: Duration }) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      ...CLOSED,
      retentionPeriod: Duration.days(4),
      // AWS: six times the consumer's timeout, so a throttled batch is not seen twice.
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }
}
