import { chainedWins } from './chained-wins.ts';
import type { Ends, NumberedStages } from './destinations.ts';
import type { StageLife } from './life-table.ts';
import { exitsByStep, roomForExits, type StageHazards, stageHazards, walkExits } from './stage-hazards.ts';
import { type TimeGrid, winsLater, winsWithin } from './wins-within.ts';

/** What the life tables of a pipeline make of the chance to win: a semi-Markov chain whose clock starts anew in each stage. */
export interface WinChances extends ChainedChances {
  /** By live stage. */
  readonly hazards: readonly StageHazards[];
}

/** The chances from entry into each live stage, which a deal of any age in any stage still has before it. */
export interface ChainedChances extends TimeGrid {
  readonly ends: Ends;
  /** `within[i][h]`: won within h steps after entering stage i. */
  readonly within: readonly ArrayLike<number>[];
  /** Won at any time after entering stage i. Null: no end was ever reached from it. */
  readonly ever: readonly (number | null)[];
}

export interface WinChance {
  readonly within: number;
  readonly ever: number;
}

/** Chains the stages of a pipeline. `lives` are those of `destinations.liveStageIds`; the horizon is all steps. */
export function winChances(
  lives: readonly StageLife[],
  destinations: NumberedStages,
  { steps, stepMs }: TimeGrid,
): WinChances {
  const hazards = lives.map(stageHazards);
  const firstExits = hazards.map((stage) => laterExits(stage, 0, steps * stepMs));
  return {
    ends: destinations,
    steps,
    stepMs,
    hazards,
    within: winsWithin(hazards, destinations, { steps, stepMs }),
    ever: chainedWins(firstExits, destinations),
  };
}

/**
 * The chance of a deal that is still in a stage at an age: won within the horizon, and at any time. Exits beyond the oldest
 * age ever seen (or the horizon, if that is later) are not counted: who is still there then is not won.
 * @example chanceAt(chances.hazards[2], chances, 14 * DAY_MS) // { within: 0.31, ever: 0.38 }
 */
export function chanceAt(hazards: StageHazards, chances: ChainedChances, ageMs: number): WinChance {
  return { within: winsBy(hazards, chances, chances.steps)(ageMs), ever: everAt(hazards, chances, ageMs) };
}

/**
 * Won within so many steps from now, of deals of any age in one stage.
 * @example const within = winsBy(chances.hazards[2], chances, 60); within(14 * DAY_MS) // 0.31
 */
export function winsBy(hazards: StageHazards, chances: ChainedChances, steps: number): (ageMs: number) => number {
  const winsOf = winsByEach(hazards, chances, [steps]);
  return (ageMs) => winsOf(ageMs)[0] ?? 0;
}

/**
 * The same for several numbers of steps. What an exit in an age bin is worth with so many steps left is the same at every age,
 * and computed once: for the many deals of a stage, each is one walk over its steps.
 * @example winsByEach(chances.hazards[2], chances, [30, 60])(14 * DAY_MS) // [0.18, 0.31]
 */
export function winsByEach(
  hazards: StageHazards,
  chances: ChainedChances,
  asked: readonly number[],
): (ageMs: number) => readonly number[] {
  const most = Math.max(0, ...asked);
  const worths: Float64Array[] = [];
  const room = roomForExits(most);
  return (ageMs) => {
    const { length, share, bin, step } = walkExits(
      hazards,
      { fromMs: ageMs, stepMs: chances.stepMs, steps: most },
      room,
    );
    return asked.map((steps) => {
      let [wins, own] = [0, -1];
      let worth: Float64Array = NONE;
      for (let part = 0; part < length; part += 1) {
        const left = steps - (step[part] ?? 0);
        if (left <= 0) break;
        if (bin[part] !== own) {
          own = bin[part] ?? 0;
          worth = worths[own] ??= worthOfExits(hazards, chances, { bin: own, steps: most });
        }
        wins += (share[part] ?? 0) * (worth[left] ?? 0);
      }
      return Math.min(1, wins);
    });
  };
}

const NONE = new Float64Array(0);

/** By steps left: won by the end of them, of visits that leave in the first at an age in this bin. They leave in its middle. */
function worthOfExits(
  { shares, destinations, reached }: StageHazards,
  { ends: { won }, within }: ChainedChances,
  { bin, steps }: { readonly bin: number; readonly steps: number },
): Float64Array {
  const worths = new Float64Array(steps + 1);
  for (const k of reached) {
    const [share, curve] = [shares[bin * destinations + k] ?? 0, within[k]];
    for (let left = 1; left <= steps; left += 1) {
      const later = curve === undefined ? Number(k === won) : ((curve[left - 1] ?? 0) + (curve[left] ?? 0)) / 2;
      worths[left] = (worths[left] ?? 0) + share * later;
    }
  }
  return worths;
}

/** The second of `chanceAt` alone: a tenth of the work. */
export function everAt(hazards: StageHazards, { ends, steps, stepMs, ever }: ChainedChances, ageMs: number): number {
  const later = laterExits(hazards, ageMs, steps * stepMs);
  const won = ever.reduce<number>((sum, chance, k) => sum + (later[k] ?? 0) * (chance ?? 0), later[ends.won] ?? 0);
  return Math.min(1, won);
}

/** First exits by destination, among the visits still there at an age: until the oldest age seen, or the horizon if later. */
export function laterExits(hazards: StageHazards, ageMs: number, horizonMs: number): Float64Array {
  const untilMs = Math.max(hazards.endMs, ageMs + horizonMs);
  return exitsByStep(hazards, { fromMs: ageMs, stepMs: untilMs - ageMs, steps: 1 });
}

/** Won within h steps from now, h = 0 … steps, of a deal that is still in a stage at an age: `chanceAt` for every shorter horizon. */
export function winsByStep(
  hazards: StageHazards,
  { ends: { won, count }, steps, stepMs, within }: ChainedChances,
  ageMs: number,
): Float64Array {
  const exits = exitsByStep(hazards, { fromMs: ageMs, stepMs, steps });
  const wins = new Float64Array(steps + 1);
  let outright = 0;
  for (let h = 1; h <= steps; h += 1) {
    outright += exits[(h - 1) * count + won] ?? 0;
    wins[h] = Math.min(1, outright + winsLater(exits, within, { count, steps: h, reached: hazards.reached }));
  }
  return wins;
}
