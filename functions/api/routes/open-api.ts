import * as z from 'zod';
import { EVERYONE } from '../access.ts';
import { openApiDocument } from '../open-api/document.ts';
import { type Route, route } from '../operation.ts';

const operation = {
  operationId: 'readOpenApi',
  method: 'get' as const,
  path: '/v1/openapi.json',
  summary: 'This description, made from the schemas that validate.',
  params: z.object({}),
  query: z.object({}),
  answer: z.looseObject({ openapi: z.literal('3.1.0') }),
  readers: EVERYONE,
  problems: [],
};

export function openApiRoute(others: readonly Route[]): Route {
  let text: string | undefined;
  const self: Route = route(operation, async (c) => {
    text ??= JSON.stringify(openApiDocument([...others, self].map((each) => each.operation)));
    return c.body(text, 200, { 'content-type': 'application/json' });
  });
  return self;
}
