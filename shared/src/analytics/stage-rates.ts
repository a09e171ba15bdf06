import type { Estimate } from '../contract/estimate.ts';
import type { StageRate } from '../model/pipeline-model.ts';
import { ENOUGH_FOLLOWED } from '../model/win-at.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { type ChanceRow, PRIOR_ROWS } from './chance-backtest.ts';
import { clusteredShare, dealsOf, type SeenRow } from './clustered-share.ts';

/**
 * The plain rate of each stage: how many of the deals that waited there on past days were won within the horizon, however
 * long they had been there. (won + 10 × rate of the pipeline) / (rows + 10), over the days whose horizon has passed.
 * Interval: Wilson's for the trials that the stage's rows are worth. A stage that fewer than 20 deals were seen in is given
 * the pipeline's rate; where that rests on fewer than 20 as well: insufficient.
 * @example stageRates(chanceBacktest(question)) // [{ stageId: 'demo', within: { kind: 'estimate', value: 0.31, … } }, …]
 */
export function stageRates(rows: readonly ChanceRow[]): readonly StageRate[] {
  const due = rows.flatMap(({ dealId, stageId, won }) => (won === null ? [] : [{ dealId, stageId, won }]));
  const whole = shareOf(due, 'pipeline');
  const stageIds = [...new Set(rows.map(({ stageId }) => stageId))].sort();
  return stageIds.map((stageId) => {
    const own = due.filter((row) => row.stageId === stageId);
    const isEnough = dealsOf(own) >= ENOUGH_FOLLOWED;
    return { stageId, within: isEnough && whole.kind === 'estimate' ? mixed(own, whole.value) : whole };
  });
}

function shareOf(rows: readonly SeenRow[], from: 'stage' | 'pipeline'): Estimate {
  const deals = dealsOf(rows);
  if (deals < ENOUGH_FOLLOWED) return { kind: 'insufficient', n: deals, needed: ENOUGH_FOLLOWED };
  return clusteredShare(rows, from);
}

function mixed(rows: readonly SeenRow[], overall: number): Estimate {
  const plain = clusteredShare(rows, 'stage');
  if (plain.kind === 'insufficient') return plain;
  const value = (plain.value * rows.length + PRIOR_ROWS * overall) / (rows.length + PRIOR_ROWS);
  const { low, high } = wilsonInterval(value * plain.n, plain.n, plain.level);
  return { ...plain, value, low: Math.min(low, value), high: Math.max(high, value) };
}
