import type { AppDeps, WarmParts } from './app.ts';
import type { ApiDeps } from './deps.ts';
import type { ReadOwnerNames } from '../ports/owner-names.ts';
import type { AskFiltered } from './filtered-report.ts';
import { lazyQuestions } from './lazy-questions.ts';
import type { Route } from './operation.ts';
import { peopleReports } from './people-reports.ts';
import { coachingRoute } from './routes/coaching.ts';
import { exportReportRoute, exportTables, readExportRoute } from './routes/exports.ts';
import { forecastGroupsRoute } from './routes/forecast-groups.ts';
import { reportDealsRoute } from './routes/report-deals.ts';
import { reportRoutes } from './routes/reports.ts';
import { repsRoute } from './routes/reps.ts';
import { whatIfRoute } from './routes/what-if.ts';

export interface ReportApiDeps extends AppDeps, Pick<ApiDeps, 'blockStore' | 'reportStore' | 'snoozeStore'> {
  readonly readOwnerNames: ReadOwnerNames;
}

/** All that is asked of a whole pipeline. Its blocks stay in the warm process, once for all of these. */
export function reportApiRoutes(
  deps: ReportApiDeps & WarmParts,
  ask: AskFiltered = lazyQuestions(deps),
): readonly Route[] {
  const people = peopleReports(deps, ask);
  const tablesFor = exportTables(ask, people);
  return [
    ...reportRoutes(deps, ask),
    whatIfRoute(ask),
    forecastGroupsRoute(deps, ask),
    repsRoute(people),
    coachingRoute(people),
    reportDealsRoute(deps, ask),
    exportReportRoute(deps, tablesFor),
    readExportRoute(deps, tablesFor),
  ];
}
