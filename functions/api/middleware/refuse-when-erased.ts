import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../errors.ts';
import type { ApiEnv } from '../context.ts';
import type { ApiDeps } from '../deps.ts';

/** After the whole account was erased nothing is written into it any more. Asking for the erasure again tells how far it is. */
export function refuseWhenErased({ erasing }: Pick<ApiDeps, 'erasing'>): MiddlewareHandler<ApiEnv> {
  return async function refuseWhenErased(c, next) {
    const mayWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.path !== '/v1/erase';
    if (mayWrite && (await erasing.erasures.read({ scope: 'portal', dealId: null })) !== null)
      throw new AppError(
        'conflict',
        'Everything of this account was erased here. To begin anew, install the app again.',
      );
    await next();
  };
}
