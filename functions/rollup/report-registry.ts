import {
  actionsReport,
  calibrationReport,
  changesReport,
  flowReport,
  focusReport,
  forecastReport,
  hygieneReport,
  overviewReport,
  type ReportQuestion,
  sourcesReport,
  stagesReport,
  stalledReport,
  transitionsReport,
  velocityReport,
} from '@deal-stage-insights/shared';

import type { ServedReport } from './served-reports.ts';

/**
 * Every report: rollup stores it without filters (unless it is made on request alone), the API makes it with any. A new one is a pure function in
 * shared/src/analytics, its types in shared/src/contract, its schema in functions/api/schemas, its name in
 * served-reports.ts, and a line here, in functions/api/report-operations.ts and in functions/api/open-api/answers.ts.
 */
export const REPORTS = {
  overview: overviewReport,
  stages: stagesReport,
  transitions: transitionsReport,
  velocity: velocityReport,
  forecast: forecastReport,
  calibration: calibrationReport,
  flow: flowReport,
  stalled: stalledReport,
  hygiene: hygieneReport,
  changes: changesReport,
  sources: sourcesReport,
  actions: actionsReport,
  focus: focusReport,
} as const satisfies Readonly<Record<ServedReport, (question: ReportQuestion) => object>>;
