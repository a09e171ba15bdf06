import { DAY_MS } from '../history/instant.ts';
import { endsAfter } from './destinations.ts';
import { livesOf, type PipelineModel } from './pipeline-model.ts';
import { type WinChances, winChances } from './win-chances.ts';
import { STEP_MS } from './wins-within.ts';

const MOST_STEPS = 96;

const kept = new WeakMap<PipelineModel, Map<number, WinChances>>();

/**
 * The chances of a model for another horizon than its own, from its life tables. On half-days up to 48 days; further away on
 * at most 96 equal steps, so that a year costs no more than a month. The same model and horizon are computed once.
 */
export function longerChances(model: PipelineModel, days: number): WinChances {
  const halfDays = Math.max(1, Math.ceil((days * DAY_MS) / STEP_MS));
  const known = kept.get(model) ?? new Map<number, WinChances>();
  kept.set(model, known);
  const before = known.get(halfDays);
  if (before !== undefined) return before;
  const steps = Math.min(MOST_STEPS, halfDays);
  const lives = livesOf(model);
  const destinations = { liveStageIds: model.stages.map(({ stageId }) => stageId), ...endsAfter(lives.length) };
  const chances = winChances(lives, destinations, { steps, stepMs: (days * DAY_MS) / steps });
  known.set(halfDays, chances);
  return chances;
}
