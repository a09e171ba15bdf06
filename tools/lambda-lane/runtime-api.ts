import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenLocally } from '../../local/listen-locally.ts';

export type Invocation =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly error: string };

export interface RuntimeApi {
  /** host:port, as AWS_LAMBDA_RUNTIME_API wants it. */
  readonly address: string;
  /** Resolves when the function asks for its first event; rejects when its initialisation failed. */
  readonly ready: Promise<void>;
  invoke(event: unknown, timeoutMs: number): Promise<Invocation>;
  close(): Promise<void>;
}

interface Waiting {
  readonly id: string;
  readonly body: string;
  readonly deadlineAt: number;
  readonly done: (invocation: Invocation) => void;
}

const PREFIX = '/2018-06-01/runtime';

/** The part of AWS's Runtime API that a runtime client needs: next, response, error, init error. One event at a time, as on AWS. */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const queue: Waiting[] = [];
  const running = new Map<string, Waiting>();
  const ready = Promise.withResolvers<void>();
  let askedForNext: ((waiting: Waiting) => void) | null = null;

  const hand = (response: ServerResponse) => (waiting: Waiting) => {
    running.set(waiting.id, waiting);
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': waiting.id,
      'lambda-runtime-deadline-ms': String(waiting.deadlineAt),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-central-1:000000000000:function:lane',
    });
    response.end(waiting.body);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    if (url === `${PREFIX}/invocation/next`) {
      ready.resolve();
      const first = queue.shift();
      if (first === undefined) askedForNext = hand(response);
      else hand(response)(first);
      return;
    }
    const body = await text(request);
    if (url === `${PREFIX}/init/error`) ready.reject(new Error(`The function did not start: ${body}`));
    const [, id = '', outcome] = /\/invocation\/([^/]+)\/(response|error)$/.exec(url) ?? [];
    running.get(id)?.done(outcome === 'response' ? { ok: true, answer: JSON.parse(body) } : { ok: false, error: body });
    running.delete(id);
    response.writeHead(202).end();
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const { url, close } = await listenLocally(server);
  return {
    address: url.replace('http://', ''),
    ready: ready.promise,
    invoke: (event, timeoutMs) =>
      new Promise((resolve) => {
        // AWS ends the process at the deadline; here the caller is told, and ends it.
        const timer = setTimeout(() => resolve({ ok: false, error: `timed out after ${timeoutMs} ms` }), timeoutMs);
        const done = (invocation: Invocation): void => {
          clearTimeout(timer);
          resolve(invocation);
        };
        const waiting = { id: randomUUID(), body: JSON.stringify(event), deadlineAt: Date.now() + timeoutMs, done };
        const take = askedForNext;
        askedForNext = null;
        if (take === null) queue.push(waiting);
        else take(waiting);
      }),
    close,
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
