import type { Server } from 'node:http';
import dynalite from 'dynalite';
import { listenLocally } from '../listen-locally.ts';
import { type Queues, startQueues } from './queues.ts';
import { tablePath } from './table-files.ts';

/** DynamoDB and SQS inside this process, reachable from this machine alone. */
export interface Engines {
  readonly dynamodbUrl: string;
  readonly queues: Queues;
  close(): Promise<void>;
}

/**
 * With a folder the table finds its content again at the next start; without one it forgets. Queues always forget:
 * what they held is found again by the reconcile and the nightly comparison that every start begins with.
 */
export async function startEngines(dataDir: string | null): Promise<Engines> {
  const instant = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const dynamodb = dynalite(dataDir === null ? instant : { ...instant, path: tablePath(dataDir) });
  refuseBrowsers(dynamodb);
  const { url, close } = await listenLocally(dynamodb);
  const queues = await startQueues();
  return {
    dynamodbUrl: url,
    queues,
    async close() {
      await queues.close();
      await close();
    },
  };
}

/** The engine lets pages of any site read it; a web page that is open beside it has no business with deals. */
function refuseBrowsers(server: Server): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.headers.origin !== undefined) response.writeHead(403).end();
    else for (const listener of listeners) listener.call(server, request, response);
  });
}
