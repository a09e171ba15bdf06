import { type RepEvidence, type ReportFilters, repEvidence, repsReport } from '@deal-stage-insights/shared';
import { AppError } from '../../errors.ts';
import { parseRepEvidence } from '../../rollup/parse-rep-evidence.ts';
import { EVERYONE, requireReport, seesNames } from '../access.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { type Route, route } from '../operation.ts';
import { namesOrNone } from '../owner-names.ts';
import { repAsker } from '../rep-asker.ts';
import { readRepsReport } from '../report-api-operations.ts';
import type { ReportApiDeps } from '../report-api-routes.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import type { Viewer } from '../viewer.ts';

type Deps = Pick<ReportApiDeps, 'reportStore' | 'readOwnerNames' | 'log'>;

export function repsRoute(deps: Deps, ask: AskFiltered): Route {
  const evidenceOf = async (viewer: Viewer, pipelineId: string, filters: ReportFilters): Promise<RepEvidence> => {
    const all = { ...filters, owner: null, team: null };
    if (Object.values(all).some((filter) => filter !== null))
      return repEvidence(await ask(viewer, { pipelineId, filters: all }));
    const stored = parseRepEvidence(await deps.reportStore.readReport(pipelineId, 'reps'));
    if (stored === null) throw new AppError('not-found', 'There is no pipeline of this id, or no report of it yet.');
    return stored;
  };

  return route(readRepsReport, async (c, { pipelineId, ...query }) => {
    c.header('cache-control', 'no-store');
    const viewer = await c.var.viewer();
    const filters = filtersFrom(query);
    requireReport(viewer, EVERYONE, filters);
    const isNamed = seesNames(viewer);
    if (!isNamed) requireMonthsAlone(filters);
    const [evidence, names] = await Promise.all([
      evidenceOf(viewer, pipelineId, filters),
      isNamed ? namesOrNone(deps) : new Map<string, string>(),
    ]);
    requireWholeMonths(evidence);
    const { requestId } = c.var;
    if (isNamed) deps.log.info('reps looked at by name', { requestId, report: 'reps', userId: viewer.userId });
    return c.json({ ...repsReport(evidence, repAsker(viewer, evidence, { names, filters })), filters });
  });
}

/** Any other choice of deals could be cut down to those of a few (law L7). */
function requireMonthsAlone({
  fromDay: _from,
  toDay: _to,
  owner: _owner,
  team: _team,
  ...others
}: ReportFilters): void {
  if (Object.values(others).every((filter) => filter === null)) return;
  throw new AppError('forbidden', 'While reps are not shown by name, this report can be asked for whole months only.');
}

function requireWholeMonths({ months, period }: RepEvidence): void {
  if (months[0]?.fromDay === period.fromDay && months.at(-1)?.toDay === period.toDay) return;
  const message = 'Ask for whole months of the last twelve: from the first of a month to the first of another.';
  throw new AppError('invalid-request', message, { errors: [{ location: 'query.from', message }] });
}
