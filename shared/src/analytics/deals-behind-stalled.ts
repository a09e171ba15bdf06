import type { StalledView } from '../contract/deal-insights.ts';
import type { DealsBehind } from './deals-behind.ts';
import { judgedDeals } from './waiting-deals.ts';

const VERDICTS: Readonly<Record<string, readonly StalledView['verdict'][]>> = {
  open: ['stalled', 'on-track', 'insufficient'],
  stalled: ['stalled'],
  'on-track': ['on-track'],
  unjudged: ['insufficient'],
};

/** Stalled: row is an open stage, or empty for all; columns `open`, `stalled`, `on-track` and `unjudged`. */
export const dealsBehindStalled: DealsBehind = (question, { row, column }) => {
  const verdicts = Object.hasOwn(VERDICTS, column) ? VERDICTS[column] : undefined;
  const isStage =
    question.table.stageIds.includes(row) || question.pipeline.stages.some(({ stageId }) => stageId === row);
  if (verdicts === undefined || (row !== '' && !isStage)) return null;
  return judgedDeals(question)
    .filter(({ stageId, verdict }) => (row === '' || stageId === row) && verdicts.includes(verdict.verdict))
    .map(({ deal }) => deal);
};
