import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../errors.ts';
import { type SignatureVerdict, verifySignatureV3 } from '../../signature.ts';
import { parseCaller } from '../caller.ts';
import type { ApiContext, ApiEnv } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import { isAdminEmail, type Viewers } from '../viewer.ts';

const NO_BODY = new Uint8Array(); // Reading a body that is not there costs more than verifying the signature.

type Deps = Pick<ApiDeps, 'secretSource' | 'clock' | 'log' | 'installation'> & { readonly viewers: Viewers };

/** The browser opens these links itself: what they carry is our own signature, and their route verifies it. */
const LINKS = '/v1/exports/';

/** Lets a request through only when HubSpot signed it for our app and portal; nothing of it is parsed, and nothing read, before. */
export function verifySignature(deps: Deps): MiddlewareHandler<ApiEnv> {
  return async function verifySignature(c, next) {
    if (c.req.method === 'GET' && c.req.path.startsWith(LINKS)) return next();
    const verdict = await judge(c, deps);
    if (!verdict.ok) {
      deps.log.warn('refused', { requestId: c.var.requestId, reason: verdict.reason });
      throw new AppError('unauthorized', 'HubSpot did not sign this request for this app in the last five minutes.');
    }
    const caller = parseCaller(c.req.queries(), deps.installation);
    c.set('caller', caller);
    c.set('role', isAdminEmail(caller, deps.installation.adminEmails) ? 'admin' : null);
    c.set('viewer', async () => {
      const viewer = await deps.viewers.viewerOf(caller);
      c.set('role', viewer.role);
      return viewer;
    });
    await next();
  };
}

async function judge(c: ApiContext, { secretSource, clock, installation }: Deps): Promise<SignatureVerdict> {
  const request = {
    method: c.req.method,
    uri: installation.publicBaseUrl + pathAndQuery(c.req.url),
    body: c.req.raw.body === null ? NO_BODY : new Uint8Array(await c.req.arrayBuffer()),
    timestamp: c.req.header('x-hubspot-request-timestamp'),
    signature: c.req.header('x-hubspot-signature-v3'),
    now: clock.now(),
  };
  const verdict = verifySignatureV3({ ...request, secrets: (await secretSource.read()).clientSecrets });
  if (verdict.ok || verdict.reason !== 'wrong-signature') return verdict;
  // The secret may have been rotated since this process read it.
  return verifySignatureV3({ ...request, secrets: (await secretSource.readAgain()).clientSecrets });
}

/** What follows the host, escapes and order as they came. The host is the gateway's own; HubSpot signed the public one. */
const pathAndQuery = (url: string): string => url.slice(url.indexOf('/', url.indexOf('//') + 2));
