import { AppError } from '../../errors.ts';
import { isStored, SERVED_REPORTS } from '../../rollup/served-reports.ts';
import { namesOthers, requireReport, requireTeamReport } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { type Route, route } from '../operation.ts';
import { readReport } from '../report-api-operations.ts';
import { REPORT_OPERATIONS } from '../report-operations.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import { mayNameHidden } from '../seen-deals.ts';

/**
 * Without filters the report as rollup stored it, byte for byte; with any, for a viewer who may not see every deal that it
 * lists, and where it is not stored, made from the blocks.
 */
export function reportRoutes(deps: Pick<ApiDeps, 'reportStore' | 'log'>, ask: AskFiltered): readonly Route[] {
  return SERVED_REPORTS.map((name) =>
    route(readReport(name), async (c, { pipelineId, ...query }) => {
      c.header('cache-control', 'no-store');
      const filters = filtersFrom(query);
      const viewer = await c.var.viewer();
      requireReport(viewer, REPORT_OPERATIONS[name].readers, filters);
      requireTeamReport(viewer, name, filters);
      if (namesOthers(viewer, filters)) {
        const { userId } = viewer;
        deps.log.info('rep looked at', { requestId: c.var.requestId, report: name, ownerId: filters.owner, userId });
      }
      const isFiltered = Object.values(filters).some((filter) => filter !== null);
      const isMade = !isStored(name) || isFiltered || mayNameHidden(name, viewer);
      if (isMade) {
        const { makeReport } = await import('../make-report.ts');
        return c.json(await makeReport(name, viewer, ask, { pipelineId, filters }));
      }
      const report = await deps.reportStore.readReport(pipelineId, name);
      if (report === null) throw new AppError('not-found', 'There is no pipeline of this id, or no report of it yet.');
      return c.body(report, 200, { 'content-type': 'application/json' });
    }),
  );
}
