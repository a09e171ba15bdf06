import type { PipelineModel } from './pipeline-model.ts';
import { ENOUGH_FOLLOWED } from './stage-sample.ts';
import { type StageChance, winAt } from './win-at.ts';

/**
 * The chance that a card shows: the life table's, unless it did not prove better than the plain rate of the stage. Then
 * nothing depends on the deal's age in the stage: within the horizon it is the stage's rate, at any time that of an entry.
 * Null for a stage that the model does not know.
 * @example shownChance(model, 'proposal', 14 * DAY_MS)?.withinHorizon // { kind: 'estimate', value: 0.31, from: 'stage', … }
 */
export function shownChance(model: PipelineModel, stageId: string, ageMs: number): StageChance | null {
  const chance = winAt(model, stageId, ageMs);
  if (chance === null || model.shown?.promotion.shows !== 'stage-rate') return chance;
  const rate = model.shown.stageRates.find((each) => each.stageId === stageId)?.within ?? NO_DEALS;
  const { everAtEntry } = chance;
  return { withinHorizon: rate, atEntry: rate, ever: everAtEntry, everAtEntry };
}

const NO_DEALS = { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED } as const;
