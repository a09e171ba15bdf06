import * as z from 'zod/mini';
import { requestErasure } from '../../erase/request-erasure.ts';
import { ADMINS } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { eraseRequestSchema } from '../schemas/erasure.ts';

const operation = {
  operationId: 'erase' as const,
  method: 'post' as const,
  path: '/v1/erase',
  summary:
    'Erases a deal, or everything of the account, for good. A deal is unseen at once; what is left in older blocks and reports goes within the hour. Asked again, it answers how far it is.',
  params: z.object({}),
  query: z.object({}),
  body: eraseRequestSchema,
  readers: ADMINS,
  problems: ['upstream-unavailable'] as const,
};

export const eraseRoute = ({ erasing, log }: Pick<ApiDeps, 'erasing' | 'log'>): Route =>
  route(operation, async (c) => {
    const request = await parseBody(c, eraseRequestSchema);
    const { userId } = c.var.caller;
    const erasure = await requestErasure(erasing, { request, userId });
    log.info('erasure asked for', { requestId: c.var.requestId, scope: erasure.scope, userId });
    c.header('cache-control', 'no-store');
    return c.json(erasure);
  });
