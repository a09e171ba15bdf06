import { coachingEvidence, coachingFigures, repEvidence, type ReportQuestion } from '@deal-stage-insights/shared';
import { REPORTS } from './report-registry.ts';
import { STORED_REPORTS } from './served-reports.ts';

/**
 * What is stored besides what is served. What is known of reps is served by no general route: functions/api/routes/reps.ts and
 * coaching.ts cut out what is open to the asker. How good the verdict "stalled" was is kept for reports with filters: it takes long to find out.
 */
const STORED = {
  'coaching-figures': coachingFigures,
  'flag-quality': ({ stamp, flagQuality }: ReportQuestion) => ({ ...stamp, flagQuality: flagQuality() }),
  ...Object.fromEntries(STORED_REPORTS.map((name) => [name, REPORTS[name]])),
};

/** What is stored of each pipeline: what cards are made with, and every report without filters. */
export const STORED_NAMES: readonly string[] = ['model', ...Object.keys(STORED), 'reps', 'coaching'];

/** By name, in the order in which they are stored. A pure function of its input: equal ones give equal bytes. */
export function makeReports(question: ReportQuestion): ReadonlyMap<string, unknown> {
  const reports = Object.entries(STORED).map(([name, report]) => [name, report(question)] as const);
  const reps = repEvidence(question);
  const ofPeople = [['reps', reps] as const, ['coaching', coachingEvidence(question, reps)] as const];
  return new Map<string, unknown>([['model', question.shownModel()], ...reports, ...ofPeople]);
}
