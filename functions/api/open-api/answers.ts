import * as z from 'zod/mini';
import type { OperationId } from '../operation.ts';
import { actionsReportSchema } from '../schemas/actions-report.ts';
import { calibrationReportSchema } from '../schemas/calibration-report.ts';
import { coachingReportSchema } from '../schemas/coaching-report.ts';
import { changesReportSchema } from '../schemas/changes-report.ts';
import { dealNotesSchema, taskAnswerSchema } from '../schemas/deal-notes-answers.ts';
import { dealInsightsSchema } from '../schemas/deal-insights.ts';
import { definitionsSchema } from '../schemas/definitions.ts';
import { flowReportSchema } from '../schemas/flow-report.ts';
import { erasureSchema } from '../schemas/erasure.ts';
import { focusReportSchema } from '../schemas/focus-report.ts';
import { forecastGroupsSchema, forecastReportSchema } from '../schemas/forecast-report.ts';
import { backfillStandSchema, healthSchema } from '../schemas/health.ts';
import { hygieneReportSchema } from '../schemas/hygiene-report.ts';
import { overviewReportSchema } from '../schemas/overview-report.ts';
import { pipelineListSchema } from '../schemas/pipelines.ts';
import { repsReportSchema } from '../schemas/reps-report.ts';
import { reportDealsPageSchema, reportExportSchema } from '../schemas/report-deals.ts';
import { templateAppliedSchema, templateListSchema } from '../schemas/settings-templates.ts';
import { sectionAnswerSchema, sectionHistorySchema } from '../schemas/settings.ts';
import { sourcesReportSchema } from '../schemas/sources-report.ts';
import { stagesReportSchema } from '../schemas/stages-report.ts';
import { stalledReportSchema } from '../schemas/stalled-report.ts';
import { transitionsReportSchema } from '../schemas/transitions-report.ts';
import { velocityReportSchema } from '../schemas/velocity-report.ts';
import { viewerAnswerSchema } from '../schemas/viewer.ts';
import { whatIfAnswerSchema } from '../schemas/what-if.ts';

/** What each operation answers. Tests hold these to the types of the contract, and real answers to these. */
export const ANSWERS: Readonly<Record<OperationId, z.ZodMiniType>> = {
  readDealInsights: dealInsightsSchema,
  snoozeDeal: dealNotesSchema,
  endSnooze: dealNotesSchema,
  changeHint: dealNotesSchema,
  createTask: taskAnswerSchema,
  listPipelines: pipelineListSchema,
  readViewer: viewerAnswerSchema,
  readStagesReport: stagesReportSchema,
  readSettingsTemplates: templateListSchema,
  applySettingsTemplate: templateAppliedSchema,
  readSettings: sectionAnswerSchema,
  changeSettings: sectionAnswerSchema,
  readSettingsHistory: sectionHistorySchema,
  readCalibrationReport: calibrationReportSchema,
  askWhatIf: whatIfAnswerSchema,
  readOverviewReport: overviewReportSchema,
  readTransitionsReport: transitionsReportSchema,
  readSourcesReport: sourcesReportSchema,
  readActionsReport: actionsReportSchema,
  readStalledReport: stalledReportSchema,
  readFocusReport: focusReportSchema,
  readHygieneReport: hygieneReportSchema,
  readChangesReport: changesReportSchema,
  readFlowReport: flowReportSchema,
  readForecastReport: forecastReportSchema,
  readVelocityReport: velocityReportSchema,
  readForecastGroups: forecastGroupsSchema,
  readRepsReport: repsReportSchema,
  readCoachingReport: coachingReportSchema,
  readReportDeals: reportDealsPageSchema,
  exportReport: reportExportSchema,
  readExport: z.string().check(z.describe('text/csv')),
  readDefinitions: definitionsSchema,
  readHealth: healthSchema,
  startBackfill: backfillStandSchema,
  readBackfill: backfillStandSchema,
  erase: erasureSchema,
  readOpenApi: z.looseObject({ openapi: z.literal('3.1.0') }),
};
