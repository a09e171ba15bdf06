import * as z from 'zod/mini';
import { dealIdSchema } from '../deal-id.ts';
import { SERVED_REPORTS, type ServedReport } from '../rollup/served-reports.ts';
import { EVERYONE, LEADERS } from './access.ts';
import { LISTED_REPORTS } from './listed-reports.ts';
import type { Operation } from './operation.ts';
import { REPORT_OPERATIONS } from './report-operations.ts';
import { hubspotIdSchema } from './schemas/hubspot-id.ts';
import { reportQuerySchema } from './schemas/report-query.ts';
import { whatIfQuestionSchema } from './schemas/what-if.ts';

/*
 * What the function of the reports takes. Apart from its answers: the API's description names these operations too, and
 * does not carry what answers them.
 */

const inPipeline = z.object({ pipelineId: hubspotIdSchema });

export const readReport = (name: ServedReport) => ({
  ...REPORT_OPERATIONS[name],
  method: 'get' as const,
  path: `/v1/pipelines/{pipelineId}/${name}`,
  params: inPipeline,
  query: reportQuerySchema,
  readers: EVERYONE, // `requireReport` says to whom what of it is open.
  problems: ['not-found', 'conflict'] as const,
});

export const readForecastGroups = {
  operationId: 'readForecastGroups' as const,
  method: 'get' as const,
  path: '/v1/pipelines/{pipelineId}/forecast/groups',
  summary:
    'What the open deals of each team bring, and against which target; of each rep as well once an admin has opened that, and each such look is logged. Of teams only those whose figures tell of no few.',
  params: inPipeline,
  query: z.object({}),
  readers: LEADERS,
  problems: ['not-found', 'conflict'] as const,
};

export const readRepsReport = {
  operationId: 'readRepsReport' as const,
  method: 'get' as const,
  path: '/v1/pipelines/{pipelineId}/reps',
  summary:
    'What reps made of the same deals, over whole months. A rep gets the own row and the bands of groups; a manager other reps by name once an admin has opened that, and each such look is logged.',
  params: inPipeline,
  query: reportQuerySchema,
  readers: EVERYONE,
  problems: ['not-found', 'conflict'] as const,
};

export const readCoachingReport = {
  operationId: 'readCoachingReport' as const,
  method: 'get' as const,
  path: '/v1/pipelines/{pipelineId}/coaching',
  summary:
    'What to talk about: strengths, areas, stalled deals, and what changed. A rep gets the own agenda, a manager that of the pipeline; those of single reps once an admin has opened that, and each such look is logged. Takes the filters owner and team alone.',
  params: inPipeline,
  query: reportQuerySchema,
  readers: EVERYONE,
  problems: ['not-found'] as const,
};

export const readReportDeals = {
  operationId: 'readReportDeals' as const,
  method: 'get' as const,
  path: '/v1/pipelines/{pipelineId}/deals',
  summary:
    'The deals behind a figure of a report, the largest first, 50 a page. Names no person. Of reps, and of agendas, the own ones; those of others by name once an admin has opened that, and each such look is logged.',
  params: inPipeline,
  query: z.extend(reportQuerySchema, {
    report: z.enum(LISTED_REPORTS),
    cell: z.string().check(z.minLength(1), z.maxLength(500)),
    cursor: z.optional(dealIdSchema),
  }),
  readers: EVERYONE, // A rep may ask for the own deals.
  problems: ['not-found', 'conflict'] as const,
};

export const exportReport = {
  operationId: 'exportReport' as const,
  method: 'post' as const,
  path: '/v1/pipelines/{pipelineId}/export/{report}',
  summary:
    'Links to a report as CSV, one for each of its tables. They are valid for a minute, for this report and filters.',
  params: z.object({ pipelineId: hubspotIdSchema, report: z.enum(LISTED_REPORTS) }),
  query: reportQuerySchema,
  readers: EVERYONE, // `requireReport` says to whom what of it is open.
  problems: ['not-found', 'conflict'] as const,
};

export const readExport = {
  operationId: 'readExport' as const,
  method: 'get' as const,
  path: '/v1/exports/{token}',
  summary: 'A table of a report as CSV. The link carries its own signature: HubSpot does not sign this request.',
  params: z.object({ token: z.string().check(z.maxLength(4000)) }),
  query: z.object({}),
  readers: EVERYONE,
  problems: ['not-found', 'conflict'] as const,
};

export const askWhatIf = {
  operationId: 'askWhatIf' as const,
  method: 'post' as const,
  path: '/v1/pipelines/{pipelineId}/what-if',
  summary:
    'What the horizon would bring if a slow tail were cut, fewer were lost in a stage, or a deal were lost: arithmetic on the measured pipeline, nothing is stored. The same question gets the same answer.',
  params: inPipeline,
  query: z.object({}),
  body: whatIfQuestionSchema,
  readers: LEADERS,
  problems: ['not-found', 'conflict'] as const,
};

/** All of them, in the order of the description. */
export const REPORT_API_OPERATIONS: readonly Operation[] = [
  ...SERVED_REPORTS.map(readReport),
  askWhatIf,
  readForecastGroups,
  readRepsReport,
  readCoachingReport,
  readReportDeals,
  exportReport,
  readExport,
];
