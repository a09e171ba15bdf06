import { DAY_MS } from '../history/instant.ts';
import { longerChances } from './longer-chances.ts';
import type { PipelineModel } from './pipeline-model.ts';
import { type WinChance, chanceAt } from './win-chances.ts';

/** Null for a stage that the model does not know. `days` up to the model's horizon. */
export type TableChances = (stageId: string, ageMs: number, days: number) => WinChance | null;

/**
 * The bare chances of a model's life tables, for many deals and horizons at once: no interval, and no question whether there
 * is evidence enough. `winAt` is what may be shown.
 * @example tableChances(model)('proposal', 14 * DAY_MS, 30)?.within // 0.31
 */
export function tableChances(model: PipelineModel): TableChances {
  const chances = longerChances(model, model.horizonDays);
  const places = new Map(model.stages.map(({ stageId }, place) => [stageId, place]));
  return (stageId, ageMs, days) => {
    const hazards = chances.hazards[places.get(stageId) ?? -1];
    if (hazards === undefined) return null;
    const steps = Math.min(chances.steps, Math.max(0, Math.round((days * DAY_MS) / chances.stepMs)));
    return chanceAt(hazards, { ...chances, steps }, Math.max(0, ageMs));
  };
}
