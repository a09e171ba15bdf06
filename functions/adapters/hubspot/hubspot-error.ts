import * as z from 'zod/mini';
import { AppError, DailyLimitError } from '../../errors.ts';

const envelopeSchema = z.object({
  category: z.optional(z.string()),
  policyName: z.optional(z.string()),
  correlationId: z.optional(z.string()),
});

/** For the log only. HubSpot's own `message` can quote a deal's values, so it is left out. */
export class HubSpotAnswerError extends Error {
  readonly status: number;
  readonly policy: string | null;
  /** `Retry-After`, which HubSpot sends with 477; 0 when there is none. */
  readonly retryAfterMs: number;

  constructor(call: string, { status, headers }: Pick<Response, 'status' | 'headers'>, body: unknown) {
    const { category, policyName, correlationId } = z.catch(envelopeSchema, {}).parse(body);
    super(`${call} was answered ${[status, category, policyName, correlationId].filter(Boolean).join(' ')}`);
    this.name = 'HubSpotAnswerError';
    this.status = status;
    this.policy = policyName ?? null;
    this.retryAfterMs = (Number(headers.get('retry-after')) || 0) * 1000;
  }
}

/** What a caller is told: whether waiting may help, and how long. */
export function toAppError(cause: unknown, retryAfterMs: number): AppError {
  if (isDailyLimit(cause)) return new DailyLimitError({ cause });
  if (cause instanceof HubSpotAnswerError && (cause.status === 401 || cause.status === 403)) {
    return new AppError('upstream-unavailable', 'HubSpot refuses the access token or a scope is missing.', {
      cause,
      retryAfterMs: 60_000,
      metric: 'HubSpotTokenRefused',
    });
  }
  if (cause instanceof HubSpotAnswerError && cause.status < 500 && !isPassing(cause.status)) {
    return new AppError('internal', 'HubSpot refused the request.', { cause });
  }
  return new AppError('upstream-unavailable', 'HubSpot does not answer at the moment.', { cause, retryAfterMs });
}

/** No wait within a call outlasts it. */
export const isDailyLimit = (error: unknown): boolean =>
  error instanceof HubSpotAnswerError && error.status === 429 && error.policy === 'DAILY';

/** Answers after which the same request may succeed: locked, too many, migrating account, and failures of the server or of Cloudflare. */
export const isPassing = (status: number): boolean =>
  [423, 429, 477, 500, 502, 503, 504].includes(status) || (status >= 520 && status <= 529);
