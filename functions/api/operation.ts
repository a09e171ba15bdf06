import { FIELD_FAULTS, type FieldFault, type ProblemCode } from '@deal-stage-insights/shared';
import type * as z from 'zod/mini';
import { AppError } from '../errors.ts';
import '../schema-messages.ts';
import { EVERYONE, requireReader, type Role } from './access.ts';
import type { ApiContext } from './context.ts';
import type { ReportOperationId } from './report-operations.ts';

/** Answers are described in open-api/answers.ts, under these names. */
export type OperationId =
  | 'readDealInsights'
  | 'snoozeDeal'
  | 'endSnooze'
  | 'changeHint'
  | 'createTask'
  | 'listPipelines'
  | 'readViewer'
  | 'readSettingsTemplates'
  | 'applySettingsTemplate'
  | 'readSettings'
  | 'changeSettings'
  | 'readSettingsHistory'
  | ReportOperationId
  | 'askWhatIf'
  | 'readForecastGroups'
  | 'readRepsReport'
  | 'readCoachingReport'
  | 'readReportDeals'
  | 'exportReport'
  | 'readExport'
  | 'readDefinitions'
  | 'readHealth'
  | 'startBackfill'
  | 'readBackfill'
  | 'erase'
  | 'readOpenApi';

/** One route: what it takes and who may ask. Validation and the OpenAPI document both come from here. */
export interface Operation<P extends z.ZodMiniObject = z.ZodMiniObject, Q extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly operationId: OperationId;
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** With `{name}` for parameters, as OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  /** What `parseBody` is given, where the route takes a body. */
  readonly body?: z.ZodMiniType;
  readonly readers: readonly Role[];
  /** Besides those that every route may answer. */
  readonly problems: readonly ProblemCode[];
}

export interface Route {
  readonly operation: Operation;
  readonly answer: (c: ApiContext) => Promise<Response>;
}

/** Joins an operation with its answer. The answer is called with valid input, by a caller who may read it. */
export function route<P extends z.ZodMiniObject, Q extends z.ZodMiniObject>(
  operation: Operation<P, Q>,
  answer: (c: ApiContext, input: z.output<P> & z.output<Q>) => Promise<Response>,
): Route {
  return {
    operation,
    answer: async (c) => {
      await requireRole(c, operation.readers);
      const params = parse(operation.params, c.req.param(), 'path');
      const query = parse(operation.query, c.req.query(), 'query');
      return answer(c, { ...params, ...query });
    },
  };
}

/** Reads nothing where everyone may ask, nor for admins. */
async function requireRole({ var: { role, viewer } }: ApiContext, readers: readonly Role[]): Promise<void> {
  if (EVERYONE.every((each) => readers.includes(each))) return;
  requireReader(role ?? (await viewer()).role, readers);
}

/** Reads the request's body as JSON of this form. */
export async function parseBody<S extends z.ZodMiniType>(c: ApiContext, schema: S): Promise<z.output<S>> {
  const text = await c.req.text();
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid-request', 'The body is not JSON.', { cause });
  }
  return parse(schema, input, 'body');
}

/** By the kind of zod's issue. */
const FAULTS = {
  invalid_type: 'wrong-type',
  too_small: 'too-small',
  too_big: 'too-large',
  not_multiple_of: 'wrong-form',
  invalid_format: 'wrong-form',
  invalid_value: 'not-a-choice',
  invalid_union: 'not-a-choice',
  unrecognized_keys: 'unknown-field',
  invalid_key: 'not-allowed',
  invalid_element: 'not-allowed',
  custom: 'not-allowed',
} as const satisfies Record<z.core.$ZodIssue['code'], FieldFault>;

/** A rule of our own says by its parameters what is wrong. */
function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const own = issue.code === 'custom' ? FIELD_FAULTS.find((fault) => fault === issue.params?.['fault']) : undefined;
  return own ?? FAULTS[issue.code];
}

/** Throws a problem that names each field that is not valid, and says what is allowed there. */
export function parse<S extends z.ZodMiniType>(schema: S, input: unknown, part: string): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    location: [part, ...issue.path].join('.'),
    message: issue.message,
    code: faultOf(issue),
  }));
  const names = errors.map((error) => error.location).join(', ');
  throw new AppError('invalid-request', `Not valid: ${names}.`, { errors });
}
