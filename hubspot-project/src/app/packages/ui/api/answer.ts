import type { FieldError } from './problem-in-answer.ts';

export type FailureReason = 'not-configured' | 'unreachable' | 'unreadable' | 'busy' | 'invalid' | 'conflict';

export interface Failure {
  readonly reason: FailureReason;
  readonly requestId: string | null;
  /** What the API says of single fields; only with `invalid`. */
  readonly errors: readonly FieldError[];
}

/** What the API said, as a screen has to tell it apart. `unknown`: there is no such thing, or not yet. */
export type Answer<T> =
  | { readonly kind: 'data'; readonly data: T }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused' }
  | ({ readonly kind: 'failed' } & Failure);
