import {
  calibrationReport,
  flowReport,
  forecastReport,
  overviewReport,
  sourcesReport,
  stagesReport,
  transitionsReport,
  velocityReport,
} from '@deal-stage-insights/shared';

/**
 * Every report: rollup stores it without filters, the API makes it with any. A new one is a pure function in
 * shared/src/analytics, its types in shared/src/contract, its schema in functions/api/schemas, and a line here, in
 * functions/api/report-operations.ts and in functions/api/open-api/answers.ts.
 */
export const REPORTS = {
  overview: overviewReport,
  stages: stagesReport,
  transitions: transitionsReport,
  velocity: velocityReport,
  forecast: forecastReport,
  calibration: calibrationReport,
  flow: flowReport,
  sources: sourcesReport,
} as const;

export type ServedReport = keyof typeof REPORTS;

export const SERVED_REPORTS: readonly ServedReport[] = Object.keys(REPORTS).filter(isServed);

function isServed(name: string): name is ServedReport {
  return Object.hasOwn(REPORTS, name);
}
