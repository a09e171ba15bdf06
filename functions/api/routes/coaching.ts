import { type Route, route } from '../operation.ts';
import type { PeopleReports } from '../people-reports.ts';
import { readCoachingReport } from '../report-api-operations.ts';
import { filtersFrom } from '../schemas/report-query.ts';

export const coachingRoute = ({ coaching }: PeopleReports): Route =>
  route(readCoachingReport, async (c, { pipelineId, ...query }) => {
    c.header('cache-control', 'no-store');
    const viewer = await c.var.viewer();
    return c.json(await coaching(viewer, { pipelineId, filters: filtersFrom(query), requestId: c.var.requestId }));
  });
