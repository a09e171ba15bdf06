import type { ProblemCode } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { Operation } from '../operation.ts';
import { PROBLEMS } from '../problems.ts';
import { problemSchema } from '../schemas/problem.ts';
import { ANSWERS } from './answers.ts';

/** What any route may answer besides its own. */
const COMMON_PROBLEMS: readonly ProblemCode[] = [
  'invalid-request',
  'unauthorized',
  'forbidden',
  'method-not-allowed',
  'too-large',
  'internal',
];

/** OpenAPI 3.1 of the routes, from the schemas they validate with. */
export function openApiDocument(operations: readonly Operation[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Deal Stage Insights',
      version: '1',
      description:
        'Requests are signed by HubSpot (version 3), which appends userId, userEmail, portalId and appId to the address.',
    },
    security: [{ hubspotSignature: [], hubspotTimestamp: [] }],
    paths: Object.fromEntries(operations.map(({ path }) => [path, methodsOf(path, operations)])),
    components: {
      schemas: { Problem: jsonSchema(problemSchema) },
      securitySchemes: {
        hubspotSignature: { type: 'apiKey', in: 'header', name: 'X-HubSpot-Signature-v3' },
        hubspotTimestamp: { type: 'apiKey', in: 'header', name: 'X-HubSpot-Request-Timestamp' },
      },
      'x-problems': PROBLEMS,
    },
  };
}

const methodsOf = (path: string, operations: readonly Operation[]) =>
  Object.fromEntries(operations.filter((each) => each.path === path).map((each) => [each.method, describe(each)]));

function describe(operation: Operation) {
  const problems = [...COMMON_PROBLEMS, ...operation.problems];
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    'x-open-to': operation.readers,
    parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query')],
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(operation.body) } } } }),
    responses: {
      200: {
        description: 'The answer.',
        content: { 'application/json': { schema: jsonSchema(ANSWERS[operation.operationId]) } },
      },
      ...Object.fromEntries(problems.map((code) => [PROBLEMS[code].status, problemResponse(code)])),
    },
  };
}

const parameters = (schema: z.ZodMiniObject, place: 'path' | 'query') =>
  Object.entries(schema.shape).map(([name, value]) => ({
    name,
    in: place,
    required: !z.safeParse(value, undefined).success,
    schema: jsonSchema(value),
  }));

const problemResponse = (code: ProblemCode) => ({
  description: `${PROBLEMS[code].title} (\`${code}\`).`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function jsonSchema(schema: z.core.$ZodType) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'inline' });
  return rest;
}
