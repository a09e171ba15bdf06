import {
  calibrationReport,
  flowReport,
  forecastReport,
  type ReportQuestion,
  stagesReport,
  velocityReport,
} from '@deal-stage-insights/shared';

/** Reports of any period, instant and choice of deals: the API makes them with filters. */
export const FILTERED_REPORTS = {
  calibration: calibrationReport,
  flow: flowReport,
  forecast: forecastReport,
  velocity: velocityReport,
} as const;

/**
 * Every report that rollup stores, without filters. A new one is a pure function in shared/src/analytics, its types in
 * shared/src/contract, a schema in functions/api/schemas, a line here, and one in functions/api/routes/reports.ts.
 */
export const REPORTS = {
  stages: ({ model, pipeline, table, stamp }: ReportQuestion) =>
    stagesReport({ model: model(), pipeline, deletedDeals: table.deletedDeals, stamp }),
  ...FILTERED_REPORTS,
} as const;
