import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { FILTERED_REPORTS } from '../../rollup/report-registry.ts';
import { EVERYONE, LEADERS, namesOthers, requireReport, requireTeamReport } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { type OperationId, type Route, route } from '../operation.ts';
import { hubspotIdSchema } from '../schemas/hubspot-id.ts';
import { filtersFrom, reportQuerySchema } from '../schemas/report-query.ts';

interface ReportOperation {
  readonly operationId: OperationId;
  readonly summary: string;
}

const OPERATIONS: Readonly<Record<keyof typeof FILTERED_REPORTS, ReportOperation>> = {
  calibration: {
    operationId: 'readCalibrationReport',
    summary:
      'How good the win probabilities were, once it was known what came, and which one is shown. Names no person.',
  },
  flow: {
    operationId: 'readFlowReport',
    summary: 'What came into each stage, left it and lay in it; and whether work piles up there. Names no person.',
  },
  forecast: {
    operationId: 'readForecastReport',
    summary: 'What will be won by when: closed, open deals and deals to come, by month and quarter. Names no person.',
  },
  velocity: {
    operationId: 'readVelocityReport',
    summary: 'What the pipeline earns a day, and which of its four factors made the difference. Names no person.',
  },
};

/** Without filters the report as rollup stored it, byte for byte; with any, made from the blocks. */
export function reportRoutes(deps: ApiDeps, ask: AskFiltered): readonly Route[] {
  const names: readonly (keyof typeof OPERATIONS)[] = ['calibration', 'flow', 'forecast', 'velocity'];
  return names.map((name) =>
    route(
      {
        ...OPERATIONS[name],
        method: 'get',
        path: `/v1/pipelines/{pipelineId}/${name}`,
        params: z.object({ pipelineId: hubspotIdSchema }),
        query: reportQuerySchema,
        readers: EVERYONE, // `requireReport` says to whom what of it is open.
        problems: ['not-found', 'conflict'],
      },
      async (c, { pipelineId, ...query }) => {
        c.header('cache-control', 'no-store');
        const filters = filtersFrom(query);
        const viewer = await c.var.viewer();
        requireReport(viewer, LEADERS, filters);
        requireTeamReport(viewer, name, filters);
        if (namesOthers(viewer, filters)) {
          const { userId } = viewer;
          deps.log.info('rep looked at', { requestId: c.var.requestId, report: name, ownerId: filters.owner, userId });
        }
        if (Object.values(filters).some((filter) => filter !== null)) {
          return c.json(FILTERED_REPORTS[name](await ask(viewer, { pipelineId, filters })));
        }
        const report = await deps.reportStore.readReport(pipelineId, name);
        if (report === null)
          throw new AppError('not-found', 'There is no pipeline of this id, or no report of it yet.');
        return c.body(report, 200, { 'content-type': 'application/json' });
      },
    ),
  );
}
