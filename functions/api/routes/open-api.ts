import * as z from 'zod/mini';
import { EVERYONE } from '../access.ts';
import { type Operation, type Route, route } from '../operation.ts';

const operation = {
  operationId: 'readOpenApi' as const,
  method: 'get' as const,
  path: '/v1/openapi.json',
  summary: 'This description, made from the schemas that validate.',
  params: z.object({}),
  query: z.object({}),
  readers: EVERYONE,
  problems: [],
};

export function openApiRoute(others: readonly Operation[]): Route {
  let text: string | undefined;
  const self: Route = route(operation, async (c) => {
    // Loaded when first asked for: the schemas of all answers would delay every cold start.
    const { openApiDocument } = await import('../open-api/document.ts');
    text ??= JSON.stringify(openApiDocument([...others, self.operation]));
    return c.body(text, 200, { 'content-type': 'application/json' });
  });
  return self;
}
