import { createServer, type IncomingHttpHeaders } from 'node:http';
import dynalite from 'dynalite';
import { listenLocally } from '../../../local/listen-locally.ts';
import { type Queues, startQueues } from '../../../local/runtime/queues.ts';

/** A message that was taken by a process that died comes again soon. */
const VISIBILITY_TIMEOUT_SECONDS = 2;

export interface WatchedEngines {
  readonly dynamodbUrl: string;
  readonly queues: Queues;
  readonly secretsUrl: string;
  close(): Promise<void>;
}

interface EngineOptions {
  /** Asked with the key id of the caller before each call to the table or a queue; false: it has no effect, and no answer. */
  readonly mayCall: (caller: string) => boolean;
  readonly secret: () => Readonly<Record<string, string>>;
}

/** DynamoDB, SQS and Secrets Manager, where each call can be somebody's last. */
export async function startWatchedEngines({ mayCall, secret }: EngineOptions): Promise<WatchedEngines> {
  const mayCarryOut = (headers: IncomingHttpHeaders) =>
    mayCall(/Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '');

  const dynamodb = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const listeners = dynamodb.listeners('request');
  dynamodb.removeAllListeners('request');
  dynamodb.on('request', (request, response) => {
    if (!mayCarryOut(request.headers)) request.socket.destroy();
    else for (const listener of listeners) listener.call(dynamodb, request, response);
  });
  const table = await listenLocally(dynamodb);

  const secrets = await listenLocally(
    createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify({ SecretString: JSON.stringify(secret()) }));
    }),
  );
  const queues = await startQueues({
    visibilityTimeoutSeconds: VISIBILITY_TIMEOUT_SECONDS,
    mayCall: mayCarryOut,
  });
  return {
    dynamodbUrl: table.url,
    queues,
    secretsUrl: secrets.url,
    close: async () => void (await Promise.all([queues.close(), table.close(), secrets.close()])),
  };
}
