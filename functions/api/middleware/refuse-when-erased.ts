import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../errors.ts';
import type { ApiEnv } from '../context.ts';
import type { ErasureStore } from '../../ports/erasure-store.ts';

export interface Erased {
  readonly erasing: { readonly erasures: Pick<ErasureStore, 'read'> };
}

/** After the whole account was erased nothing is written into it any more. Asking for the erasure again tells how far it is. */
export function refuseWhenErased({ erasing }: Erased): MiddlewareHandler<ApiEnv> {
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
