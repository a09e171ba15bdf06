import type { Bilingual } from './hints.ts';
import { REPORT_NAMES } from './report.ts';

/** What has figures that somebody may ask about: each report, and the card of a deal. */
export const DEFINED_NAMES = [...REPORT_NAMES, 'deal'] as const;

/** Answer of `GET /v1/definitions/{report}`: how the figures of a report, or of a deal’s card, are computed, a sentence or two for each question. */
export interface ReportDefinitions {
  readonly report: (typeof DEFINED_NAMES)[number];
  readonly answers: readonly Bilingual[];
}
