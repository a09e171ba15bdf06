import type { PipelineView, ReportQuestion, VisitBlock } from '@deal-stage-insights/shared';
import { reportQuestion } from '../../functions/rollup/report-question.ts';

/** The question of every report about this table as of an instant, in UTC and euros, without filters. */
export function questionOf(table: VisitBlock, pipeline: PipelineView, asOf: number): ReportQuestion {
  const question = reportQuestion({
    table,
    pipeline,
    account: { timeZone: 'UTC', currency: 'EUR' },
    stamp: { asOf, position: {}, modelVersion: '1' },
  });
  if (question === null) throw new Error('The last 90 days are over on any day.');
  return question;
}
