import type { FieldProblem, ProblemCode } from '@deal-stage-insights/shared';

/** Written to the log on a fault only; the stack has an alarm for each. */
export type Metric = 'HubSpotTokenRefused' | 'ReconcileMismatches';

interface AppErrorOptions extends ErrorOptions {
  /** For `upstream-unavailable`: how long the other side asked us to wait. */
  readonly retryAfterMs?: number;
  /** The alarm that this failure sets off. */
  readonly metric?: Metric;
  readonly errors?: readonly FieldProblem[];
}

/** An expected failure. `message` is shown to callers, so it holds nothing internal; `cause` is only logged. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly retryAfterMs: number | null;
  readonly metric: Metric | null;
  readonly errors: readonly FieldProblem[];

  constructor(code: ProblemCode, message: string, options: AppErrorOptions = {}) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.metric = options.metric ?? null;
    this.errors = options.errors ?? [];
  }
}

/** HubSpot answers no more of the account's calls today, or the rest of them is kept for more urgent work. */
export class DailyLimitError extends AppError {
  constructor(options: Pick<AppErrorOptions, 'cause'> = {}) {
    super('upstream-unavailable', 'The calls that HubSpot answers the account in a day are used up.', {
      ...options,
      retryAfterMs: 3_600_000, // Until the account's midnight; whoever does not know when that is looks again every hour.
    });
    this.name = 'DailyLimitError';
  }
}
