import { chainedWins } from './chained-wins.ts';
import type { Ends, NumberedStages } from './destinations.ts';
import type { StageLife } from './life-table.ts';
import { type StageHazards, exitsByStep, stageHazards } from './stage-hazards.ts';
import { STEP_MS, winsLater, winsWithin } from './wins-within.ts';

/** What the life tables of a pipeline make of the chance to win: a semi-Markov chain whose clock starts anew in each stage. */
export interface WinChances extends ChainedChances {
  /** By live stage. */
  readonly hazards: readonly StageHazards[];
}

/** The chances from entry into each live stage, which a deal of any age in any stage still has before it. */
export interface ChainedChances {
  readonly ends: Ends;
  /** Half-days of the horizon. */
  readonly steps: number;
  /** `within[i][h]`: won within h half-days after entering stage i. */
  readonly within: readonly ArrayLike<number>[];
  /** Won at any time after entering stage i. Null: no end was ever reached from it. */
  readonly ever: readonly (number | null)[];
}

export interface WinChance {
  readonly within: number;
  readonly ever: number;
}

/** Chains the stages of a pipeline. `lives` are those of `destinations.liveStageIds`. */
export function winChances(lives: readonly StageLife[], destinations: NumberedStages, steps: number): WinChances {
  const hazards = lives.map(stageHazards);
  const firstExits = hazards.map((stage) => laterExits(stage, 0, steps));
  return {
    ends: destinations,
    steps,
    hazards,
    within: winsWithin(hazards, destinations, steps),
    ever: chainedWins(firstExits, destinations),
  };
}

/**
 * The chance of a deal that is still in a stage at an age: won within the horizon, and at any time. Exits beyond the oldest
 * age ever seen (or the horizon, if that is later) are not counted: who is still there then is not won.
 * @example chanceAt(chances.hazards[2], chances, 14 * DAY_MS) // { within: 0.31, ever: 0.38 }
 */
export function chanceAt(
  hazards: StageHazards,
  { ends: { won, count }, steps, within, ever }: ChainedChances,
  ageMs: number,
): WinChance {
  const exits = exitsByStep(hazards, { fromMs: ageMs, stepMs: STEP_MS, steps });
  let wonWithin = winsLater(exits, within, { count, steps });
  for (let u = 0; u < steps; u += 1) wonWithin += exits[u * count + won] ?? 0;
  const later = laterExits(hazards, ageMs, steps);
  const wonEver = ever.reduce<number>((sum, chance, k) => sum + (later[k] ?? 0) * (chance ?? 0), later[won] ?? 0);
  return { within: Math.min(1, wonWithin), ever: Math.min(1, wonEver) };
}

/** First exits by destination, among the visits still there at an age: until the oldest age seen, or the horizon if later. */
export function laterExits(hazards: StageHazards, ageMs: number, steps: number): Float64Array {
  const untilMs = Math.max(hazards.endMs, ageMs + steps * STEP_MS);
  return exitsByStep(hazards, { fromMs: ageMs, stepMs: untilMs - ageMs, steps: 1 });
}
