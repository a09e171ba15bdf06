import type { ProblemCode } from '@deal-stage-insights/shared';

/** What the API says of one field; `location` is its path in the request. */
export interface FieldError {
  readonly location: string;
  readonly message: string;
  /** A kind of fault that texts know; empty: the API gave none. */
  readonly code: string;
}

export interface FoundProblem {
  readonly code: ProblemCode;
  readonly requestId: string | null;
  readonly errors: readonly FieldError[];
}

const CODES: readonly ProblemCode[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'invalid-request',
  'conflict',
  'too-large',
  'too-many-requests',
  'upstream-unavailable',
  'internal',
];

/**
 * Finds what went wrong in an answer that is not a success. HubSpot wraps the API's problem details, and the shape of the
 * wrapper is not promised: so look for the problem inside first, then for the status the API had, then for the response's own.
 */
export function problemInAnswer(body: unknown, responseStatus: number): FoundProblem {
  for (const candidate of [body, parsed(field(body, 'responseBody'))]) {
    const code = CODES.find((known) => known === field(candidate, 'code'));
    const instance = field(candidate, 'instance');
    if (code === undefined) continue;
    return { code, requestId: typeof instance === 'string' ? instance : null, errors: errorsIn(candidate) };
  }
  return { code: codeOfStatus(wrappedStatus(body) ?? responseStatus), requestId: null, errors: [] };
}

function errorsIn(problem: unknown): readonly FieldError[] {
  const errors = field(problem, 'errors');
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => ({
    location: textOf(field(error, 'location')),
    message: textOf(field(error, 'message')),
    code: textOf(field(error, 'code')),
  }));
}

const textOf = (input: unknown) => (typeof input === 'string' ? input : '');

function wrappedStatus(body: unknown): number | null {
  const statuses = field(field(body, 'context'), 'appServerStatusCode');
  const status = Number(Array.isArray(statuses) ? statuses[0] : statuses);
  return Number.isInteger(status) ? status : null;
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 404) return 'not-found';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'too-many-requests';
  return 'internal';
}

function parsed(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    return null;
  }
}

function field(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
}
