export type ProblemCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'invalid-request'
  | 'conflict'
  | 'too-large'
  | 'too-many-requests'
  | 'upstream-unavailable'
  | 'internal';

/** RFC 9457 problem details, `application/problem+json`. */
export interface Problem {
  /** A documentation link for the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  /** The request id. */
  readonly instance: string;
  readonly errors?: readonly { readonly location: string; readonly message: string }[];
}
