import type { Bilingual } from './hints.ts';
import type { ReportName } from './report.ts';

/** Answer of `GET /v1/definitions/{report}`: how the figures of a report are computed, a sentence or two for each question. */
export interface ReportDefinitions {
  readonly report: ReportName;
  readonly answers: readonly Bilingual[];
}
