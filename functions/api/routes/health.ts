import * as z from 'zod/mini';
import { EVERYONE } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { readHealth } from '../health.ts';
import { type Route, route } from '../operation.ts';

const operation = {
  operationId: 'readHealth' as const,
  method: 'get' as const,
  path: '/v1/health',
  summary: 'How fresh and how complete the copy of the deals is.',
  params: z.object({}),
  query: z.object({}),
  readers: EVERYONE,
  problems: [],
};

export const healthRoute = (deps: ApiDeps): Route => route(operation, async (c) => c.json(await readHealth(deps)));
