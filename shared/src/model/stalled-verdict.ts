import type { StalledView } from '../contract/deal-insights.ts';
import { DAY_MS } from '../history/instant.ts';
import type { PipelineModel } from './pipeline-model.ts';
import { winAt } from './win-at.ts';

/** Below this share of its value at entry a chance counts as stalled. Set once, by the comparison of rules on a real log; not tuned. */
const DROP = 0.6;
const ENOUGH_EXITS = 50;

/**
 * Has a deal been in its stage for too long? By what is lost, not by age alone: stalled when the chance ever to be won has
 * fallen below 0.6 of what it was at entry. (Ever, not within the horizon: in a slow pipeline the chance within 30 days rises
 * with age, because the win comes nearer.) With fewer than 50 exits of the stage, or no chance to begin with:
 * when it is older than nine of ten of the visits that went on (20 of them are needed). Else insufficient.
 * Both numbers of the comparison are always told.
 * @example stalledVerdict(model, 'proposal', 40 * DAY_MS).verdict // 'stalled'
 */
export function stalledVerdict(model: PipelineModel, stageId: string, ageMs: number): StalledView {
  const stage = model.stages.find((each) => each.stageId === stageId);
  const chance = winAt(model, stageId, ageMs);
  const { exits = 0, advanced = 0, advancedDaysP90 = null } = stage?.dwell ?? {};
  if (exits >= ENOUGH_EXITS && chance?.ever.kind === 'estimate' && chance.everAtEntry.kind === 'estimate') {
    const [now, reference] = [chance.ever.value, chance.everAtEntry.value];
    const threshold = DROP * reference;
    const verdict = now < threshold ? 'stalled' : 'on-track';
    if (reference > 0) return { verdict, rule: 'probability-drop', now, reference, threshold, n: exits };
  }
  if (advancedDaysP90 !== null) {
    const now = ageMs / DAY_MS;
    const verdict = now > advancedDaysP90 ? 'stalled' : 'on-track';
    return {
      verdict,
      rule: 'dwell-quantile',
      now,
      reference: advancedDaysP90,
      threshold: advancedDaysP90,
      n: advanced,
    };
  }
  return { verdict: 'insufficient', rule: 'none', now: null, reference: null, threshold: null, n: exits };
}
