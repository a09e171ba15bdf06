import { type DealsBehind, dealsBehindPeriod } from '../analytics/deals-behind.ts';
import { faultyInPeriod } from './hygiene-score-figure.ts';
import { stalledAtEnd } from './stalled-value-figure.ts';

/** Overview: `stalled-value`: stalled at the end of the period; `hygiene-score`: with any fault; and the columns of `dealsBehindPeriod`. */
export const dealsBehindOverview: DealsBehind = (question, cell) => {
  const { row, column } = cell;
  if (row === '' && column === 'stalled-value') return stalledAtEnd(question);
  if (row === '' && column === 'hygiene-score') return faultyInPeriod(question);
  return dealsBehindPeriod(question, cell);
};
