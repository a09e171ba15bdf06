import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ApiEnv } from '../context.ts';

/** One line a request: what was asked, how it ended, how long it took. The route's pattern, not its address: that holds ids and an e-mail. */
export function logRequest(log: Log, clock: Clock): MiddlewareHandler<ApiEnv> {
  return async function logRequest(c, next) {
    const startedAt = clock.now();
    await next();
    log.info('request', {
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c, -1),
      role: c.get('role') ?? null,
      status: c.res.status,
      ms: clock.now() - startedAt,
    });
  };
}
