import type { StalledView } from '../contract/deal-insights.ts';
import { DAY_MS } from '../history/instant.ts';
import type { PipelineModel } from './pipeline-model.ts';
import { eversIn } from './win-at.ts';

/** Below this share of its value at entry a chance counts as stalled. Set once, by the comparison of rules on a real log; not tuned. */
const DROP = 0.6;
const ENOUGH_EXITS = 50;

/** The verdict on a deal that has been in a stage for so long. */
export type VerdictAt = (stageId: string, ageMs: number) => StalledView;

/** What a verdict rests on: the stage's past, and the chance ever to be won; null where too little is known. */
export interface StallEvidence {
  readonly exits: number;
  readonly advanced: number;
  readonly chance: { readonly now: number; readonly atEntry: number } | null;
  /** Asked for: it is needed only where there is no chance to go by. */
  readonly advancedDaysP90: () => number | null;
}

/**
 * Has a deal been in its stage for too long? By what is lost, not by age alone: stalled when the chance ever to be won has
 * fallen below 0.6 of what it was at entry. (Ever, not within the horizon: in a slow pipeline the chance within 30 days rises
 * with age, because the win comes nearer.) With fewer than 50 exits of the stage, or no chance to begin with:
 * when it is older than nine of ten of the visits that went on (20 of them are needed). Else insufficient.
 * Both numbers of the comparison are always told.
 * @example stalledVerdict(model, 'proposal', 40 * DAY_MS).verdict // 'stalled'
 */
export function stalledVerdict(model: PipelineModel, stageId: string, ageMs: number): StalledView {
  return verdictsIn(model)(stageId, ageMs);
}

/** `stalledVerdict` for many deals of one model. */
export function verdictsIn(model: PipelineModel): VerdictAt {
  const chanceOf = eversIn(model);
  const dwellOf = new Map(model.stages.map(({ stageId, dwell }) => [stageId, dwell]));
  return (stageId, ageMs) => {
    const { exits = 0, advanced = 0, advancedDaysP90 = null } = dwellOf.get(stageId) ?? {};
    const chance = chanceOf(stageId, ageMs);
    const isKnown = chance?.ever.kind === 'estimate' && chance.everAtEntry.kind === 'estimate';
    return verdictOn(ageMs, {
      exits,
      advanced,
      chance: isKnown ? { now: chance.ever.value, atEntry: chance.everAtEntry.value } : null,
      advancedDaysP90: () => advancedDaysP90,
    });
  };
}

/** The rule itself, whatever its evidence was taken from. */
export function verdictOn(ageMs: number, { exits, advanced, chance, ...evidence }: StallEvidence): StalledView {
  if (exits >= ENOUGH_EXITS && chance !== null && chance.atEntry > 0) {
    const { now, atEntry: reference } = chance;
    const threshold = DROP * reference;
    const verdict = now < threshold ? 'stalled' : 'on-track';
    return { verdict, rule: 'probability-drop', now, reference, threshold, n: exits };
  }
  const advancedDaysP90 = evidence.advancedDaysP90();
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
