import type { MiddlewareHandler } from 'hono';

/**
 * Answers only pages of this preview. It signs requests as any user of the portal, so a web page that is open in the same
 * browser must not reach it: neither by a plain cross-site request nor by a host name that was pointed at this machine.
 */
export const sameMachine: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  const origin = context.req.header('origin');
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host))
    return context.text('Open the preview as http://localhost.', 403);
  if (origin !== undefined && origin !== `http://${host}`) return context.text('Not from another page.', 403);
  return next();
};
