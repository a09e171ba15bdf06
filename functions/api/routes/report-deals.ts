import * as z from 'zod';
import { dealIdSchema } from '../../queue-messages.ts';
import { SERVED_REPORTS } from '../../rollup/report-registry.ts';
import { EVERYONE, LEADERS, requireReport, requireTeamReport } from '../access.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { type Route, route } from '../operation.ts';
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
  readers: EVERYONE, // A rep may ask for the own deals.
  problems: ['not-found', 'conflict'] as const,
};

export const reportDealsRoute = (ask: AskFiltered): Route =>
  route(operation, async (c, { pipelineId, report, cell, cursor, ...query }) => {
    c.header('cache-control', 'no-store');
    const filters = filtersFrom(query);
    const viewer = await c.var.viewer();
    // Also of a report that is open to all: names and amounts of deals that HubSpot may not show them.
    requireReport(viewer, LEADERS, filters);
    requireTeamReport(viewer, 'deals', filters);
    return c.json(reportDeals(await ask(viewer, { pipelineId, filters }), { report, cell, cursor }));
  });
