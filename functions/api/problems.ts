import type { Problem, ProblemCode } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { ApiContext } from './context.ts';

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503;
  readonly title: string;
}

/** Every code of the API. HubSpot repeats a request once when it sees a 5xx, so what a caller can cause is a 4xx. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'invalid-request': { status: 400, title: 'The request is not understood' },
  unauthorized: { status: 401, title: 'The request is not signed' },
  forbidden: { status: 403, title: 'Not open to you' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method' },
  conflict: { status: 409, title: 'Changed meanwhile' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'upstream-unavailable': { status: 503, title: 'HubSpot does not answer' },
};

/** The one place where a failure becomes an answer. What was not expected is only logged: its text may hold anything. */
export function problemResponse(c: ApiContext, thrown: unknown, { log, docsUrl }: { log: Log; docsUrl: string }) {
  const expected = thrown instanceof AppError ? thrown : null;
  const code = expected?.code ?? 'internal';
  const { status, title } = PROBLEMS[code];
  const requestId = c.var.requestId;
  if (status >= 500) log.error('failed', { requestId, code, error: thrown });
  const problem: Problem = {
    type: `${docsUrl}#/components/x-problems/${code}`,
    title,
    status,
    code,
    detail: expected?.message ?? 'The cause is in the log, under the request id.',
    instance: requestId,
    ...(expected !== null && expected.errors.length > 0 ? { errors: expected.errors } : {}),
  };
  c.header('cache-control', 'no-store');
  const retryAfterMs = expected?.retryAfterMs ?? null;
  if (retryAfterMs !== null) c.header('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' });
}
