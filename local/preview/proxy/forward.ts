import type { Clock } from '../../../functions/ports/clock.ts';
import { signatureHeaders } from '../../hubspot-simulator/webhooks/sign-request.ts';
import type { CardCall } from './fetch-rules.ts';
import { ProxyRefusal } from './proxy-answer.ts';

const RESPONSE_BYTES_MAX = 1_000_000;

export interface Backend {
  readonly backendUrl: string;
  /** What the card called and what is signed begins with this; the backend's own address is its business. */
  readonly publicBaseUrl: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  /** Of so many attempts the backend is not asked: they find it failing. */
  readonly failures?: number;
}

interface AppResponse {
  readonly status: number;
  readonly body: unknown;
}

/** Signs the identified URL and asks the backend: once more after a 5xx or a failed connection, as HubSpot does. */
export async function forward(call: CardCall, identifiedUrl: string, backend: Backend): Promise<AppResponse> {
  if (!identifiedUrl.startsWith(backend.publicBaseUrl))
    throw new ProxyRefusal(502, 'BAD_GATEWAY', `The preview forwards only to ${backend.publicBaseUrl}`);
  const deadline = AbortSignal.timeout(call.timeoutMs);
  const { failures = 0 } = backend;
  const ask = (place: number) =>
    place < failures
      ? Promise.resolve(Response.json({ code: 'internal' }, { status: 503 }))
      : attempt(call, identifiedUrl, { backend, deadline });
  const first = await ask(0).catch((error: unknown) => {
    if (isTimeout(error)) throw timedOut(call);
    return null;
  });
  if (first !== null && first.status < 500) return read(first, call);
  await first?.body?.cancel();
  try {
    return await read(await ask(1), call);
  } catch (error) {
    if (error instanceof ProxyRefusal) throw error;
    if (isTimeout(error)) throw timedOut(call);
    throw new ProxyRefusal(502, 'BAD_GATEWAY', `Could not connect to the app's server: ${reasonOf(error)}`);
  }
}

function attempt(
  call: CardCall,
  identifiedUrl: string,
  { backend, deadline }: { readonly backend: Backend; readonly deadline: AbortSignal },
): Promise<Response> {
  const target = backend.backendUrl + identifiedUrl.slice(backend.publicBaseUrl.length);
  const sentAt = backend.clock.now();
  const signed = { method: call.method, url: identifiedUrl, body: call.body ?? '', sentAt };
  return fetch(target, {
    method: call.method,
    redirect: 'manual',
    signal: deadline,
    headers: {
      ...signatureHeaders(signed, backend.clientSecret),
      ...(call.authorization !== undefined && { authorization: call.authorization }),
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(call.body !== undefined && { body: call.body }),
  });
}

async function read(response: Response, call: CardCall): Promise<AppResponse> {
  const bytes = new Uint8Array(
    await response.arrayBuffer().catch((error: unknown) => {
      throw isTimeout(error) ? timedOut(call) : error;
    }),
  );
  if (bytes.length > RESPONSE_BYTES_MAX)
    throw new ProxyRefusal(502, 'PAYLOAD_TOO_LARGE', "The app's answer is larger than 1 MB");
  return { status: response.status, body: parsedBody(new TextDecoder().decode(bytes), response.status) };
}

function parsedBody(text: string, status: number): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    if (status >= 300) return text;
    throw new ProxyRefusal(502, 'BAD_GATEWAY', "The app's answer is not JSON");
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

const timedOut = (call: CardCall): ProxyRefusal =>
  new ProxyRefusal(504, 'GATEWAY_TIMEOUT', `Gateway took too long to respond (${call.timeoutMs} ms)`);

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
