import { coachingReport, type ReportFilters } from '@deal-stage-insights/shared';
import { AppError } from '../../errors.ts';
import { parseCoachingEvidence } from '../../rollup/parse-rep-evidence.ts';
import { EVERYONE, LEADERS, mayReadDeal, requireReport, requireTeamReport, seesNames } from '../access.ts';
import { type Route, route } from '../operation.ts';
import { namesOrNone } from '../owner-names.ts';
import { repAsker } from '../rep-asker.ts';
import { readCoachingReport } from '../report-api-operations.ts';
import type { ReportApiDeps } from '../report-api-routes.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import { hasHiddenDeals } from '../seen-deals.ts';

type Deps = Pick<ReportApiDeps, 'reportStore' | 'readOwnerNames' | 'log'>;

/** Always of all deals, as rollup stored it: fewer could be cut down to those of a few (law L7). */
export function coachingRoute(deps: Deps): Route {
  return route(readCoachingReport, async (c, { pipelineId, ...query }) => {
    c.header('cache-control', 'no-store');
    const viewer = await c.var.viewer();
    const filters = filtersFrom(query);
    requireReport(viewer, EVERYONE, filters);
    requireTeamReport(viewer, 'coaching', filters);
    requireAllDeals(filters);
    const isNamed = seesNames(viewer);
    const [stored, names] = await Promise.all([
      deps.reportStore.readReport(pipelineId, 'coaching'),
      isNamed ? namesOrNone(deps) : new Map<string, string>(),
    ]);
    const evidence = parseCoachingEvidence(stored);
    if (evidence === null) throw new AppError('not-found', 'There is no pipeline of this id, or no report of it yet.');
    const { requestId } = c.var;
    if (isNamed) deps.log.info('reps looked at by name', { requestId, report: 'coaching', userId: viewer.userId });
    const asker = repAsker(viewer, evidence, { names, filters });
    const readsDealsOf = hasHiddenDeals(viewer) ? (ownerId: string) => mayReadDeal(viewer, ownerId) : null;
    const leads = LEADERS.includes(viewer.role);
    return c.json({ ...coachingReport(evidence, { ...asker, leads, readsDealsOf }), filters });
  });
}

function requireAllDeals({ owner: _owner, team: _team, ...others }: ReportFilters): void {
  if (Object.values(others).every((filter) => filter === null)) return;
  throw new AppError('invalid-request', 'An agenda is of all deals, as of now: ask with "owner" and "team" alone.');
}
