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
  readonly errors?: readonly FieldProblem[];
}

/** What is wrong with a field, so that it can be said in the reader's language. */
export const FIELD_FAULTS = [
  'wrong-type',
  'too-small',
  'too-large',
  'wrong-form',
  'not-a-choice',
  'unknown-field',
  'not-allowed',
  // Rules of single settings.
  'twice',
  'user',
  'backwards',
  'overlap',
  'chain',
  'horizons',
  'headline',
  'century',
] as const;
export type FieldFault = (typeof FIELD_FAULTS)[number];

/** `location` is the path of the field in the request; `message` says in English what is allowed there. */
export interface FieldProblem {
  readonly location: string;
  readonly message: string;
  /** Missing in older answers, and where the message is of more than one field. */
  readonly code?: FieldFault;
}
