import * as z from 'zod';
import { dealIdSchema } from '../../queue-messages.ts';
import { SERVED_REPORTS } from '../../rollup/report-registry.ts';
import { EVERYONE, requireReport, requireTeamReport } from '../access.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { type Route, route } from '../operation.ts';
import { REPORT_OPERATIONS } from '../report-operations.ts';
import { reportDeals } from '../report-deals.ts';
import { hubspotIdSchema } from '../schemas/hubspot-id.ts';
import { filtersFrom, reportQuerySchema } from '../schemas/report-query.ts';

const operation = {
  operationId: 'readReportDeals' as const,
  method: 'get' as const,
  path: '/v1/pipelines/{pipelineId}/deals',
  summary: 'The deals behind a figure of a report, the largest first, 50 a page. Names no person.',
  params: z.object({ pipelineId: hubspotIdSchema }),
  query: reportQuerySchema.extend({
    report: z.enum(SERVED_REPORTS),
    cell: z.string().min(1).max(500),
    cursor: dealIdSchema.optional(),
  }),
  readers: EVERYONE, // `requireReport` says to whom what of it is open.
  problems: ['not-found', 'conflict'] as const,
};

export const reportDealsRoute = (ask: AskFiltered): Route =>
  route(operation, async (c, { pipelineId, report, cell, cursor, ...query }) => {
    c.header('cache-control', 'no-store');
    const filters = filtersFrom(query);
    const viewer = await c.var.viewer();
    requireReport(viewer, REPORT_OPERATIONS[report].readers, filters);
    requireTeamReport(viewer, 'deals', filters);
    return c.json(reportDeals(await ask(viewer, { pipelineId, filters }), { report, cell, cursor }));
  });
