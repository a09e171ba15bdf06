import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type SignatureVerdict, verifySignatureV3 } from '../../../functions/signature.ts';
import { type Listening, listenLocally } from '../../../local/listen-locally.ts';

interface ReceivedRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly url: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly verdict: SignatureVerdict;
}

interface StubAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer waits for this. */
  readonly after?: Promise<unknown>;
}

export interface StubBackend extends Listening {
  readonly received: ReceivedRequest[];
  /** What is answered from now on. */
  answer: (request: ReceivedRequest) => StubAnswer | 'hang up';
}

interface Trusted {
  readonly publicBaseUrl: string;
  readonly clientSecret: string;
  readonly now: () => number;
}

/** A backend that answers what a test says, and notes whether HubSpot's signature was right. */
export async function startStubBackend({ publicBaseUrl, clientSecret, now }: Trusted): Promise<StubBackend> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const verdict = verifySignatureV3({
        method,
        uri: publicBaseUrl + url,
        body,
        timestamp: header(request, 'x-hubspot-request-timestamp'),
        signature: header(request, 'x-hubspot-signature-v3'),
        secrets: [clientSecret],
        now: now(),
      });
      const seen = { method, url, body: body.toString('utf8'), headers, verdict };
      received.push(seen);
      const answer = backend.answer(seen);
      if (answer === 'hang up') return void request.socket.destroy();
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? { ok: true });
      return void Promise.resolve(answer.after).then(() =>
        response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(text),
      );
    });
  });
  const backend: StubBackend = { ...(await listenLocally(server)), received, answer: () => ({}) };
  return backend;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
