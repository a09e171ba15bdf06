import type { WarmParts } from './app.ts';
import type { ApiDeps } from './deps.ts';
import type { Route } from './operation.ts';
import { REPORT_API_OPERATIONS } from './report-api-operations.ts';
import { readBackfillRoute, startBackfillRoute } from './routes/backfills.ts';
import { changeSettingsRoute } from './routes/change-settings.ts';
import { dealRoutes } from './routes/deals.ts';
import { definitionsRoute } from './routes/definitions.ts';
import { eraseRoute } from './routes/erase.ts';
import { healthRoute } from './routes/health.ts';
import { openApiRoute } from './routes/open-api.ts';
import { pipelinesRoute } from './routes/pipelines.ts';
import { settingsTemplateRoutes } from './routes/settings-templates.ts';
import { readSettingsRoute, settingsHistoryRoute } from './routes/settings.ts';
import { viewerRoute } from './routes/viewer.ts';

/** What cards and settings ask for, and the description of the whole API. Reports have a function of their own. */
export function apiRoutes(deps: ApiDeps & WarmParts): readonly Route[] {
  const answering = [
    ...dealRoutes(deps),
    pipelinesRoute(deps),
    viewerRoute(),
    // Before the sections: a template is none.
    ...settingsTemplateRoutes(deps),
    readSettingsRoute(deps),
    changeSettingsRoute(deps),
    settingsHistoryRoute(deps),
    definitionsRoute(),
    healthRoute(deps),
    startBackfillRoute(deps),
    readBackfillRoute(deps),
    eraseRoute(deps),
  ];
  return [...answering, openApiRoute([...answering.map(({ operation }) => operation), ...REPORT_API_OPERATIONS])];
}
