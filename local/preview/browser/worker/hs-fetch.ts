import type { HostApi } from '../host/protocol.ts';

const TIMEOUT_MS_DEFAULT = 15_000;
const TIMEOUT_MS_MAX = 120_000;

interface FetchOptions {
  readonly method?: string;
  readonly timeout?: number;
  readonly body?: unknown;
  readonly headers?: Headers | Readonly<Record<string, string>>;
}

/** The global behind `hubspot.fetch()`: hands the call to the page and makes a Response of the answer. */
export function createHsFetch(
  fetch: (call: Parameters<HostApi['fetch']>[0]) => Promise<{ status: number; body: string | null }>,
) {
  return async function hsFetch(url: string | URL, options: FetchOptions = {}): Promise<Response> {
    const { method = 'GET', timeout = TIMEOUT_MS_DEFAULT, body, headers = {} } = options;
    const answer = await fetch({
      requestUri: String(url),
      method: method.toUpperCase(),
      requestTimeoutMillis: Math.min(timeout, TIMEOUT_MS_MAX),
      ...(body !== undefined && { requestBody: body }),
      requestHeaders: headers instanceof Headers ? Object.fromEntries(headers.entries()) : { ...headers },
    });
    return new Response(answer.body, {
      status: answer.status,
      ...(answer.body !== null && { headers: { 'content-type': 'application/json' } }),
    });
  };
}
