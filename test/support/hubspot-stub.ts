import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenLocally } from '../../local/listen-locally.ts';

export interface StubAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Hangs up in place of an answer. */
  readonly isCut?: boolean;
}

interface StubCall {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A HubSpot that answers what the script says, call by call; the last answer is repeated. */
export async function startHubSpotStub(script: readonly StubAnswer[]) {
  const calls: StubCall[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body, headers, isCut } = script[Math.min(calls.length, script.length - 1)] ?? { status: 500 };
    calls.push({ path: request.url ?? '', authorization: request.headers.authorization, body: await bodyOf(request) });
    if (isCut) return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  const { url, close } = await listenLocally(server);
  return { url, close, calls: calls as readonly StubCall[] };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
