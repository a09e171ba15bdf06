import type { UsualDwell } from '../contract/deal-insights.ts';
import type { Estimate } from '../contract/estimate.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { drawnShareOver } from './drawn-dwell.ts';
import { readCurve } from './dwell-curve.ts';
import type { PipelineModel, StageModel } from './pipeline-model.ts';
import { ENOUGH_EXITS_FOR_DWELL, LEVEL } from './stage-dwell.ts';

/**
 * What is usual in a stage, and which share of its visits was over by an age: 1 - S(age) with the log-log limits of the
 * Kaplan-Meier curve (Wilson's for n where it is 0 or 1 and these do not exist). Beyond the last age ever seen the share
 * stays what it was there. With fewer than ten visits over, by what the stage borrows, if it does (`drawnDwell`). Null for a stage that the model does not know.
 * @example dwellAt(model, 'proposal', 14 * DAY_MS)?.shareOverByNow // { kind: 'estimate', value: 0.63, … }
 */
export function dwellAt(model: PipelineModel, stageId: string, ageMs: number): UsualDwell | null {
  const stage = model.stages.find((each) => each.stageId === stageId);
  if (stage === undefined) return null;
  const { p10, median, p80, p90 } = stage.dwell;
  return {
    dwellDaysP10: p10,
    dwellDaysMedian: median,
    dwellDaysP80: p80,
    dwellDaysP90: p90,
    shareOverByNow: shareOverAt(stage, Math.max(0, ageMs)),
    visits: stage.visits,
    openVisits: stage.open,
  };
}

function shareOverAt({ life, drawn, dwell: { curve, n, exits } }: StageModel, ageMs: number): Estimate {
  if (exits >= ENOUGH_EXITS_FOR_DWELL)
    return { kind: 'estimate', ...shareOver(readCurve(curve, ageMs), n), level: LEVEL, n, from: 'stage' };
  if (drawn !== null) return drawnShareOver({ life, drawn }, ageMs);
  return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS_FOR_DWELL };
}

function shareOver(
  { survival, logStandardError }: { readonly survival: number; readonly logStandardError: number | null },
  n: number,
): { readonly value: number; readonly low: number; readonly high: number } {
  const value = 1 - survival;
  if (survival <= 0 || survival >= 1 || logStandardError === null)
    return { value, ...wilsonInterval(value * n, n, LEVEL) };
  const margin = (twoSidedZ(LEVEL) * logStandardError) / -Math.log(survival);
  return { value, low: 1 - survival ** Math.exp(-margin), high: 1 - survival ** Math.exp(margin) };
}
