import type { DealsBehind } from './deals-behind.ts';
import { isStalled, type JudgedDeal, judgedDeals } from './waiting-deals.ts';

const COLUMNS: Readonly<Record<string, (deal: JudgedDeal) => boolean>> = {
  open: () => true,
  stalled: isStalled,
  'on-track': ({ verdict, snooze }) => verdict.verdict === 'on-track' && snooze === null,
  unjudged: ({ verdict, snooze }) => verdict.verdict === 'insufficient' && snooze === null,
  waiting: ({ snooze }) => snooze !== null,
};

/** Stalled: row is an open stage, or empty for all; columns `open`, `stalled`, `on-track`, `unjudged` and `waiting`. */
export const dealsBehindStalled: DealsBehind = (question, { row, column }) => {
  const isIn = Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
  const isStage =
    question.table.stageIds.includes(row) || question.pipeline.stages.some(({ stageId }) => stageId === row);
  if (isIn === undefined || (row !== '' && !isStage)) return null;
  return judgedDeals(question)
    .filter((deal) => (row === '' || deal.stageId === row) && isIn(deal))
    .map(({ deal }) => deal);
};
