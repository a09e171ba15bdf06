import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { AppError } from '../errors.ts';
import type { ApiEnv } from './context.ts';
import type { ApiDeps } from './deps.ts';
import { filteredQuestions } from './filtered-report.ts';
import { identifyRequest } from './middleware/identify-request.ts';
import { limitBody } from './middleware/limit-body.ts';
import { logRequest } from './middleware/log-request.ts';
import { refuseWhenErased } from './middleware/refuse-when-erased.ts';
import { verifySignature } from './middleware/verify-signature.ts';
import type { Route } from './operation.ts';
import { problemResponse } from './problems.ts';
import { dealRoutes } from './routes/deals.ts';
import { eraseRoute } from './routes/erase.ts';
import { healthRoute } from './routes/health.ts';
import { openApiRoute } from './routes/open-api.ts';
import { pipelinesRoute } from './routes/pipelines.ts';
import { changeSettingsRoute } from './routes/change-settings.ts';
import { readSettingsRoute, settingsHistoryRoute } from './routes/settings.ts';
import { exportReportRoute, readExportRoute } from './routes/exports.ts';
import { reportDealsRoute } from './routes/report-deals.ts';
import { reportRoutes } from './routes/reports.ts';
import { whatIfRoute } from './routes/what-if.ts';
import { repsRoute } from './routes/reps.ts';
import { type Viewers, warmViewers } from './viewer.ts';
import { type WarmSettings, warmSettings } from './warm-settings.ts';

/** The whole API over the ports it is given. Each request passes the middleware in the order written here. */
export function createApp(deps: ApiDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const settings = warmSettings(deps);
  const viewers = warmViewers({ ...deps, ...settings });
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
  for (const { operation, answer } of routes({ ...deps, ...settings, viewers }))
    app.on(operation.method, honoPath(operation.path), answer);
  app.notFound((c) => problemResponse(c, new AppError('not-found', 'There is nothing at this address.'), problems));
  app.onError((error, c) => problemResponse(c, error, problems));
  return app;
}

function routes(deps: ApiDeps & WarmSettings & { readonly viewers: Viewers }): readonly Route[] {
  const ask = filteredQuestions(deps);
  const answering = [
    ...dealRoutes(deps),
    pipelinesRoute(deps),
    ...reportRoutes(deps, ask),
    whatIfRoute(ask),
    repsRoute(deps, ask),
    reportDealsRoute(ask),
    exportReportRoute(deps, ask),
    readExportRoute(deps, ask),
    readSettingsRoute(deps),
    changeSettingsRoute(deps),
    settingsHistoryRoute(deps),
    healthRoute(deps),
    eraseRoute(deps),
  ];
  return [...answering, openApiRoute(answering)];
}

const honoPath = (path: string): string => path.replaceAll('{', ':').replaceAll('}', '');
