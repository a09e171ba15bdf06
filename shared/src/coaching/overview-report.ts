import { overviewFigures } from '../analytics/overview-figures.ts';
import { reportHead } from '../analytics/report-head.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import type { OverviewReport } from '../contract/overview-report.ts';
import { hygieneScoreFigure } from './hygiene-score-figure.ts';
import { stalledValueFigure } from './stalled-value-figure.ts';

/**
 * How did the period go, at a glance, and how far can the records be trusted? Each figure against the period before.
 * @example overviewReport(question).recordFigures?.[0]?.change.verdict // 'no-clear-change'
 */
export function overviewReport(question: ReportQuestion): OverviewReport {
  return {
    ...reportHead(question),
    figures: overviewFigures(question),
    recordFigures: [stalledValueFigure(question), hygieneScoreFigure(question)],
  };
}
