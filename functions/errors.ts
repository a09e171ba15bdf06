import type { ProblemCode } from '@deal-stage-insights/shared';

/** Written to the log on a fault only; the stack has an alarm for each. */
export type Metric = 'HubSpotTokenRefused' | 'ReconcileMismatches';

interface AppErrorOptions extends ErrorOptions {
  /** For `upstream-unavailable`: how long the other side asked us to wait. */
  readonly retryAfterMs?: number;
  /** The alarm that this failure sets off. */
  readonly metric?: Metric;
  readonly errors?: readonly { readonly location: string; readonly message: string }[];
}

/** An expected failure. `message` is shown to callers, so it holds nothing internal; `cause` is only logged. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly retryAfterMs: number | null;
  readonly metric: Metric | null;
  readonly errors: readonly { readonly location: string; readonly message: string }[];

  constructor(code: ProblemCode, message: string, options: AppErrorOptions = {}) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.metric = options.metric ?? null;
    this.errors = options.errors ?? [];
  }
}
