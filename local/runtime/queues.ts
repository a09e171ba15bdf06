import type { IncomingHttpHeaders } from 'node:http';
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { LOCAL_AWS } from './local-aws.ts';

/** How often a message is tried before it goes to the dead-letter queue. */
const RECEIVES_MAX = 5;
/** As long as a function may work on a batch, and as long as a failed message waits before it is tried again. */
const VISIBILITY_TIMEOUT_SECONDS = 60;

const NAMES = ['ingest', 'rollup'] as const;
export type QueueName = (typeof NAMES)[number];

export interface Queues {
  readonly url: string;
  readonly client: SQSClient;
  readonly urls: Readonly<Record<QueueName, string>>;
  /** Messages that wait or are being worked on. */
  pending(queue: QueueName): Promise<number>;
  /** Messages that were given up. */
  deadLetters(queue: QueueName): Promise<number>;
  close(): Promise<void>;
}

export interface QueueOptions {
  readonly visibilityTimeoutSeconds?: number;
  /** Sees every call before it is carried out. What it answers false to is not: the caller's connection is cut. */
  readonly mayCall?: (headers: IncomingHttpHeaders) => boolean;
}

/** fauxqs's own start listens on every interface, so its app is started here, on the loopback one. */
export async function startQueues(options: QueueOptions = {}): Promise<Queues> {
  const { visibilityTimeoutSeconds = VISIBILITY_TIMEOUT_SECONDS, mayCall = () => true } = options;
  const app = buildApp({ logger: false, defaultRegion: LOCAL_AWS.region });
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.origin !== undefined)
      await reply.code(403).send(); // a web page that is open beside it
    else if (!mayCall(request.headers)) reply.hijack().raw.destroy();
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = new SQSClient({ ...LOCAL_AWS, endpoint: url });
  const create = async (name: string, attributes: Record<string, string> = {}) => {
    await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
    return `${url}/000000000000/${name}`;
  };
  const open = async (name: QueueName): Promise<string> => {
    await create(deadLetterName(name));
    const deadLetterTargetArn = `arn:aws:sqs:${LOCAL_AWS.region}:000000000000:${deadLetterName(name)}`;
    return create(name, {
      VisibilityTimeout: String(visibilityTimeoutSeconds),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: String(RECEIVES_MAX) }),
    });
  };
  const count = async (queueUrl: string): Promise<number> => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
    );
    return (
      Number(Attributes.ApproximateNumberOfMessages ?? 0) +
      Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0) +
      Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0)
    );
  };
  const urls = { ingest: await open('ingest'), rollup: await open('rollup') };

  return {
    url,
    client,
    urls,
    pending: (name) => count(urls[name]),
    deadLetters: (name) => count(`${url}/000000000000/${deadLetterName(name)}`),
    async close() {
      client.destroy();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

const deadLetterName = (queue: QueueName): string => `${queue}-dead-letters`;
