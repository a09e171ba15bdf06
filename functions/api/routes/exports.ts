import type { ReportFilters } from '@deal-stage-insights/shared';
import { AppError } from '../../errors.ts';
import { requireReport, requireTeamReport } from '../access.ts';
import { csvOf, tablesOf } from '../csv.ts';
import type { ApiDeps } from '../deps.ts';
import { exportToken, readExportToken } from '../export-token.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { isOfPeople, type ListedReport } from '../listed-reports.ts';
import { makeReport } from '../make-report.ts';
import { parse, type Route, route } from '../operation.ts';
import type { PeopleReports } from '../people-reports.ts';
import { withTables } from '../people-tables.ts';
import { exportReport, readExport } from '../report-api-operations.ts';
import { REPORT_OPERATIONS } from '../report-operations.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import { TABLE_NAMES } from '../table-names.ts';
import type { Viewer, Viewers } from '../viewer.ts';

const VALID_MS = 60_000; // The page opens the link at once; whoever finds it later has nothing.

type Deps = Pick<ApiDeps, 'secretSource' | 'clock' | 'installation' | 'log'> & { readonly viewers: Viewers };

interface Exported {
  readonly pipelineId: string;
  readonly report: ListedReport;
  readonly filters: ReportFilters;
  readonly requestId: string;
}

/** What is open to the viewer, as the report itself answers it. */
export type ExportTables = (viewer: Viewer, asked: Exported) => Promise<ReturnType<typeof tablesOf>>;

export const exportTables =
  (ask: AskFiltered, people: PeopleReports): ExportTables =>
  async (viewer, { report, ...asked }) => {
    if (isOfPeople(report)) return tablesOf(withTables(await people[report](viewer, asked)));
    requireReport(viewer, REPORT_OPERATIONS[report].readers, asked.filters);
    requireTeamReport(viewer, report, asked.filters);
    return tablesOf({ ...(await makeReport(report, viewer, ask, asked)) });
  };

export const exportReportRoute = (deps: Deps, tablesFor: ExportTables): Route =>
  route(exportReport, async (c, { pipelineId, report, ...query }) => {
    c.header('cache-control', 'no-store');
    const filters = filtersFrom(query);
    const viewer = await c.var.viewer();
    const made = await tablesFor(viewer, { pipelineId, report, filters, requestId: c.var.requestId });
    const { portalId, publicBaseUrl } = deps.installation;
    const { caller } = c.var;
    const [secret] = (await deps.secretSource.read()).clientSecrets;
    if (secret === undefined) throw new AppError('internal', 'There is no client secret to sign a link with.');
    const expiresAt = deps.clock.now() + VALID_MS;
    const tables = Array.from(made.keys(), (table) => {
      const token = exportToken({ portalId, caller, pipelineId, report, table, filters, expiresAt }, secret);
      return { table, name: TABLE_NAMES[table] ?? null, url: `${publicBaseUrl}/v1/exports/${token}` };
    });
    return c.json({ report, expiresAt, tables });
  });

/** Who asked for the link is in it, under our signature: what is not open to them any more is not given. */
export const readExportRoute = (deps: Deps, tablesFor: ExportTables): Route => ({
  operation: readExport,
  async answer(c) {
    const { token } = parse(readExport.params, c.req.param(), 'path');
    c.header('cache-control', 'no-store');
    const grant = readExportToken(token, (await deps.secretSource.read()).clientSecrets);
    const isOurs = grant !== null && grant.portalId === deps.installation.portalId;
    if (!isOurs || grant.expiresAt <= deps.clock.now())
      throw new AppError('unauthorized', 'This link is over, or not one of ours: ask for the export again.');
    const { report, table, caller } = grant;
    const { requestId } = c.var;
    const rows = (await tablesFor(await deps.viewers.viewerOf(caller), { ...grant, requestId })).get(table);
    if (rows === undefined) throw new AppError('not-found', 'The report has no such table any more.');
    deps.log.info('exported', { requestId, report, table, userId: caller.userId });
    return c.body(csvOf(rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${report}-${table}.csv"`,
    });
  },
});
