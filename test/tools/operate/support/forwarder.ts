import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Listening, listenLocally } from '../../../../local/listen-locally.ts';

interface Forwarder extends Listening {
  /** Where requests go from now on. */
  to: (url: string) => void;
}

/** An address that is known before what stands behind it, and that tells the time of the test. */
export async function startForwarder(now: () => number): Promise<Forwarder> {
  let target = '';
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answered = await passOn(target, request, await buffer(request));
    response.writeHead(answered.status, {
      'content-type': answered.headers.get('content-type') ?? 'application/json',
      date: new Date(now()).toUTCString(),
    });
    response.end(Buffer.from(await answered.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  return { ...(await listenLocally(server)), to: (url) => void (target = url) };
}

/** The same request at another address. */
export function passOn(base: string, request: IncomingMessage, body: Buffer): Promise<Response> {
  const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...headers } = request.headers;
  const passed = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return fetch(base + (request.url ?? '/'), {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(passed),
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
}
