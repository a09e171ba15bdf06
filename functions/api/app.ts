import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { AppError } from '../errors.ts';
import type { ApiEnv } from './context.ts';
import type { ApiDeps } from './deps.ts';
import { identifyRequest } from './middleware/identify-request.ts';
import { limitBody } from './middleware/limit-body.ts';
import { logRequest } from './middleware/log-request.ts';
import { type Erased, refuseWhenErased } from './middleware/refuse-when-erased.ts';
import { verifySignature } from './middleware/verify-signature.ts';
import type { Route } from './operation.ts';
import { problemResponse } from './problems.ts';
import { type Viewers, warmViewers } from './viewer.ts';
import { type WarmSettings, warmSettings } from './warm-settings.ts';

export type AppDeps = Pick<
  ApiDeps,
  'settingsStore' | 'referenceStore' | 'secretSource' | 'clock' | 'log' | 'installation'
> &
  Erased;

/** What answers share of a warm process: the settings, and who is asking. */
export type WarmParts = WarmSettings & { readonly viewers: Viewers };

export function warmParts(deps: AppDeps): WarmParts {
  const settings = warmSettings(deps);
  return { ...settings, viewers: warmViewers({ ...deps, ...settings }) };
}

/** The routes behind the one door. Each request passes the middleware in the order written here. */
export function createApp(deps: AppDeps, { viewers }: WarmParts, routes: readonly Route[]): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const problems = { log: deps.log, docsUrl: `${deps.installation.publicBaseUrl}/v1/openapi.json` };

  app.use(identifyRequest(), logRequest(deps.log, deps.clock), limitBody(), verifySignature({ ...deps, viewers }));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(', ');
        c.header('allow', allowed);
        return problemResponse(c, new AppError('method-not-allowed', `This address takes ${allowed}.`), problems);
      },
    }),
  );
  app.use(refuseWhenErased(deps));
  for (const { operation, answer } of routes) app.on(operation.method, honoPath(operation.path), answer);
  app.notFound((c) => problemResponse(c, new AppError('not-found', 'There is nothing at this address.'), problems));
  app.onError((error, c) => problemResponse(c, error, problems));
  return app;
}

const honoPath = (path: string): string => path.replaceAll('{', ':').replaceAll('}', '');
