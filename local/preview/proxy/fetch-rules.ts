import * as z from 'zod';
import { invalidCall } from './proxy-answer.ts';

/** What a card asked for, within HubSpot's rules. */
export interface CardCall {
  readonly requestUri: string;
  readonly method: string;
  readonly timeoutMs: number;
  /** JSON, or undefined when nothing is sent. */
  readonly body: string | undefined;
  readonly authorization: string | undefined;
}

const BODY_BYTES_MAX = 1_000_000;
const TIMEOUT_MS_DEFAULT = 15_000;
const TIMEOUT_MS_MAX = 120_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const envelope = z.object({
  requestUri: z.string(),
  method: z.string().default('GET'),
  requestTimeoutMillis: z.number().positive().default(TIMEOUT_MS_DEFAULT),
  requestBody: z.unknown().optional(),
  requestHeaders: z.record(z.string(), z.string()).default({}),
});

/** The call in an envelope from the page. Throws a refusal that says which of HubSpot's rules was broken. */
export function parseCardCall(input: unknown, permittedUrls: readonly string[]): CardCall {
  const parsed = envelope.safeParse(input);
  if (!parsed.success) throw invalidCall(`Not a request of hubspot.fetch(): ${z.prettifyError(parsed.error)}`);
  const { requestUri, method, requestTimeoutMillis, requestBody, requestHeaders } = parsed.data;
  if (!METHODS.includes(method)) throw invalidCall(`hubspot.fetch() knows ${METHODS.join(', ')}: not ${method}`);
  checkUrl(requestUri, permittedUrls);
  return {
    requestUri,
    method,
    timeoutMs: Math.min(requestTimeoutMillis, TIMEOUT_MS_MAX),
    body: METHODS_WITH_BODY.has(method) ? bodyText(requestBody) : undefined,
    authorization: authorizationOf(requestHeaders),
  };
}

function checkUrl(requestUri: string, permittedUrls: readonly string[]): void {
  if (!URL.canParse(requestUri)) throw invalidCall(`The URL is malformed: ${requestUri}`);
  const url = new URL(requestUri);
  const isPermitted = permittedUrls.some((permitted) => isWithin(url, new URL(permitted)));
  if (!isPermitted)
    throw invalidCall(
      `${url.origin} is not permitted: hubspot.fetch() reaches only permittedUrls.fetch of app-hsmeta.json (${permittedUrls.join(', ')})`,
    );
  for (const name of ['userId', 'portalId', 'userEmail', 'appId'])
    if (url.searchParams.has(name)) throw invalidCall(`HubSpot adds ${name} to the URL: a card must not send it`);
}

function isWithin(url: URL, permitted: URL): boolean {
  const folder = permitted.pathname.replace(/\/$/, '');
  return url.origin === permitted.origin && (url.pathname === folder || url.pathname.startsWith(`${folder}/`));
}

function authorizationOf(headers: Readonly<Record<string, string>>): string | undefined {
  const names = Object.keys(headers);
  if (names.length > 1) throw invalidCall("Only 'Authorization' header is allowed");
  const [name] = names;
  if (name !== undefined && name.toLowerCase() !== 'authorization')
    throw invalidCall(
      `Invalid Request Headers provided. Only 'Authorization' header is allowed from hubspot.fetch(), not '${name}'`,
    );
  return name === undefined ? undefined : headers[name];
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== 'object' || Array.isArray(body))
    throw invalidCall('The body of hubspot.fetch() must be an object: it is sent as JSON, do not stringify it');
  const text = JSON.stringify(body);
  if (Buffer.byteLength(text) > BODY_BYTES_MAX) throw invalidCall('The body of hubspot.fetch() is larger than 1 MB');
  return text;
}
