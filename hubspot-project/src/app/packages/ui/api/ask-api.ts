import { ContractError } from '@deal-stage-insights/shared';
import { hubspot, logger } from '@hubspot/ui-extensions';
import type { Answer, FailureReason } from './answer.ts';
import { type FoundProblem, problemInAnswer } from './problem-in-answer.ts';

export type * from './answer.ts';
export type { FieldError } from './problem-in-answer.ts';

export interface ApiRequest<T> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From `/v1/` on, with its ids escaped by `pathOf`. */
  readonly path: string;
  /** Values of null, undefined and '' are left out. */
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
  /** Throws a `ContractError` where the answer breaks the contract. */
  readonly parse: (input: unknown) => T;
}

const TIMEOUT_MS = 8_000; // HubSpot waits 15 s by default; a reader does not.
/** HubSpot lets 20 calls of an app through at a time and refuses the next. It has itself repeated whatever else failed. */
const BUSY_PAUSES_MS = [700, 2_000] as const;

/** Asks the API. Whatever happens is an answer: this never throws. `apiBaseUrl` is `context.variables?.['API_BASE_URL']`. */
export async function askApi<T>(apiBaseUrl: unknown, request: ApiRequest<T>): Promise<Answer<T>> {
  if (typeof apiBaseUrl !== 'string' || apiBaseUrl === '') return failed('not-configured', null);
  let answer = await askOnce(apiBaseUrl, request);
  for (const pauseMs of BUSY_PAUSES_MS) {
    if (answer.kind !== 'failed' || answer.reason !== 'busy') return answer;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    answer = await askOnce(apiBaseUrl, request);
  }
  return answer;
}

/** A path with its ids escaped: pathOf`/v1/deals/${dealId}/insights`. */
export function pathOf(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return parts.map((part, index) => `${part}${encodeURIComponent(ids[index] ?? '')}`).join('');
}

async function askOnce<T>(apiBaseUrl: string, request: ApiRequest<T>): Promise<Answer<T>> {
  const { method = 'GET', path, query = {}, body: sent, timeoutMs: timeout = TIMEOUT_MS, parse } = request;
  try {
    const response = await hubspot.fetch(`${apiBaseUrl}${path}${queryText(query)}`, {
      method,
      timeout,
      ...(sent !== undefined && { body: sent }),
    });
    const body: unknown = response.status === 204 ? null : await response.json();
    if (response.ok && !isErrorWrapper(body)) return read(body, path, parse);
    return notData(problemInAnswer(body, response.status), path);
  } catch (error) {
    logger.error(`${path} could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
    return failed('unreachable', null);
  }
}

function queryText(query: NonNullable<ApiRequest<unknown>['query']>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** HubSpot's proxy answers 200 and says `status: "error"` inside. */
function isErrorWrapper(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Reflect.get(body, 'status') === 'error';
}

function read<T>(body: unknown, path: string, parse: (input: unknown) => T): Answer<T> {
  try {
    return { kind: 'data', data: parse(body) };
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    logger.error(`${path} does not keep the contract: ${error.message}`);
    return failed('unreadable', null);
  }
}

const REASONS: Partial<Record<FoundProblem['code'], FailureReason>> = {
  'invalid-request': 'invalid',
  conflict: 'conflict',
  'too-many-requests': 'busy',
};

function notData({ code, requestId, errors }: FoundProblem, path: string): Answer<never> {
  if (code === 'not-found') return { kind: 'unknown' };
  if (code === 'forbidden') return { kind: 'refused' };
  logger.error(`${path} answered ${code}, request ${requestId ?? 'unknown'}`);
  return failed(REASONS[code] ?? 'unreachable', requestId, errors);
}

function failed(reason: FailureReason, requestId: string | null, errors: FoundProblem['errors'] = []): Answer<never> {
  return { kind: 'failed', reason, requestId, errors };
}
