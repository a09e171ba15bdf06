import type { Random } from '../statistics/seeded-random.ts';
import { endsAfter } from './destinations.ts';
import { drawnLife } from './drawn-life.ts';
import { livesOf, type PipelineModel } from './pipeline-model.ts';
import { type WinChances, chanceAt, winChances } from './win-chances.ts';
import { STEP_MS } from './wins-within.ts';

/** One version of what the history of a pipeline might as well have said. */
export interface ChanceVersion {
  /** Won within the horizon, of a deal in a stage at an age; 0 for a stage that history does not know. */
  withinAt(stageId: string, ageMs: number): number;
  /** Won within the first i half-days after entering a stage, i = 0 … 2 × horizonDays. */
  withinFromEntry(stageId: string): ArrayLike<number>;
}

/**
 * Versions of a pipeline's chances for sums over many deals, whose uncertainty does not average out: a forecast is made with
 * each and the results are put together. Bayesian bootstrap of visits on the model's life tables.
 * @example chanceVersions(model, 24, seededRandom(1)).map((version) => version.withinAt('proposal', 14 * DAY_MS))
 */
export function chanceVersions(model: PipelineModel, versions: number, random: Random): readonly ChanceVersion[] {
  const lives = livesOf(model);
  const steps = Math.max(0, (model.stages[0]?.chances.within.length ?? 1) - 1);
  const liveStageIds = model.stages.map(({ stageId }) => stageId);
  const destinations = { liveStageIds, ...endsAfter(lives.length) };
  return Array.from({ length: versions }, () => {
    const drawn = lives.map((life) => drawnLife(life, random));
    return versionOf(winChances(drawn, destinations, { steps, stepMs: STEP_MS }), liveStageIds);
  });
}

function versionOf(chances: WinChances, liveStageIds: readonly string[]): ChanceVersion {
  const places = new Map(liveStageIds.map((stageId, place) => [stageId, place]));
  const placeOf = (stageId: string): number => places.get(stageId) ?? -1;
  return {
    withinAt(stageId, ageMs) {
      const hazards = chances.hazards[placeOf(stageId)];
      return hazards === undefined ? 0 : chanceAt(hazards, chances, ageMs).within;
    },
    withinFromEntry: (stageId) => chances.within[placeOf(stageId)] ?? [0],
  };
}
