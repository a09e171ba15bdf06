import { DAY_MS } from '../history/instant.ts';
import type { Random } from '../statistics/seeded-random.ts';
import { type AgedDeal, ageOf, type AgePlaces, agePlaces, nodeAt, NODES } from './age-nodes.ts';
import { endsAfter } from './destinations.ts';
import { drawnLife } from './drawn-life.ts';
import type { StageLife } from './life-table.ts';
import type { StageHazards } from './stage-hazards.ts';
import { type WinChances, winChances, winsByEach } from './win-chances.ts';
import { STEP_MS, type TimeGrid } from './wins-within.ts';

/** The life tables of a pipeline's live stages: all that chances are made from. */
export interface LifeChain {
  readonly liveStageIds: readonly string[];
  readonly lives: readonly StageLife[];
}

/** The chances of one version of what history might as well have said, for many deals and times. */
export interface ChanceTable {
  /** Won within each of the times, of a deal in a stage at an age; 0 for a stage that history does not know. */
  withinAt(stageId: string, ageMs: number): ArrayLike<number>;
  /** Where deals stand, of those in the stages named: for `betweenAt`. */
  placesOf(deals: readonly AgedDeal[], stageIds: ReadonlySet<string>): AgePlaces;
  /** By deal: won between two of the times, as `withinAt` has them; 0 for a deal that stands nowhere. */
  betweenAt(places: AgePlaces, times: TimePair): Float64Array;
  /** Won within i steps after entering a stage, i = 0 … grid.steps. */
  fromEntry(stageId: string): ArrayLike<number>;
  readonly grid: TimeGrid;
  /** Won at any time after entering a stage; null: no end was ever reached from it. */
  everFromEntry(stageId: string): number | null;
}

/** Of `timesMs`. */
interface TimePair {
  readonly from: number;
  readonly to: number;
}

export interface ChanceTablesQuestion {
  readonly chain: LifeChain;
  /** From now, ms, at least one. */
  readonly timesMs: readonly number[];
  readonly versions: number;
  readonly random: Random;
}

const MOST_STEPS = 96;

/**
 * Versions of a pipeline's chances (Bayesian bootstrap of visits) for sums over thousands of deals and several times: each
 * stage is computed at a few ages only, and only at those that are asked for. On half-days up to 48 days; further away on at
 * most 96 equal steps.
 * @example chanceTables({ chain, timesMs: [30 * DAY_MS], versions: 12, random })[0]?.withinAt('proposal', 14 * DAY_MS)
 */
export function chanceTables({ chain, timesMs, versions, random }: ChanceTablesQuestion): readonly ChanceTable[] {
  const grid = gridTo(timesMs);
  const { liveStageIds } = chain;
  const destinations = { liveStageIds, ...endsAfter(liveStageIds.length) };
  return Array.from({ length: versions }, () => {
    const drawn = chain.lives.map((life) => drawnLife(life, random));
    return tableOf(winChances(drawn, destinations, grid), liveStageIds, timesMs);
  });
}

/** The chances that the life tables have themselves, without any doubt about them: for comparisons of two such chains. */
export function plainChanceTable({ chain, timesMs }: Pick<ChanceTablesQuestion, 'chain' | 'timesMs'>): ChanceTable {
  const { liveStageIds, lives } = chain;
  const destinations = { liveStageIds, ...endsAfter(liveStageIds.length) };
  return tableOf(winChances(lives, destinations, gridTo(timesMs)), liveStageIds, timesMs);
}

function gridTo(timesMs: readonly number[]): TimeGrid {
  const longestMs = Math.max(DAY_MS, ...timesMs);
  const steps = Math.min(MOST_STEPS, Math.ceil(longestMs / STEP_MS));
  return { steps, stepMs: longestMs / steps };
}

function tableOf(chances: WinChances, liveStageIds: readonly string[], timesMs: readonly number[]): ChanceTable {
  const stageOf = new Map(liveStageIds.map((stageId, stage) => [stageId, stage]));
  const { wins, know } = winsByCell(chances, timesMs);
  return {
    grid: { steps: chances.steps, stepMs: chances.stepMs },
    withinAt(stageId, ageMs) {
      const stage = stageOf.get(stageId);
      if (stage === undefined) return new Float64Array(timesMs.length);
      const at = nodeAt(ageMs);
      const cell = stage * NODES + Math.floor(at);
      know(cell);
      know(cell + 1);
      return wins.map((byCell) => valueOf(byCell, cell, at - Math.floor(at)));
    },
    placesOf: (deals, stageIds) => agePlaces(deals, new Map([...stageOf].filter(([stageId]) => stageIds.has(stageId)))),
    betweenAt({ cell, beyond, needed }, { from, to }) {
      for (const each of needed) know(each);
      const [before, by] = [wins[from] ?? new Float64Array(0), wins[to] ?? new Float64Array(0)];
      const between = new Float64Array(cell.length);
      for (let deal = 0; deal < cell.length; deal += 1) {
        const [at, share] = [cell[deal] ?? -1, beyond[deal] ?? 0];
        if (at >= 0) between[deal] = chanceBetween(valueOf(before, at, share), valueOf(by, at, share));
      }
      return between;
    },
    everFromEntry: (stageId) => chances.ever[stageOf.get(stageId) ?? -1] ?? null,
    fromEntry: (stageId) => chances.within[stageOf.get(stageId) ?? -1] ?? new Float64Array(chances.steps + 1),
  };
}

/** By time, then by cell (see `NODES`): won within the time. A cell is computed when it is to be known. */
function winsByCell(chances: WinChances, timesMs: readonly number[]) {
  const cells = chances.hazards.length * NODES;
  const wins = timesMs.map(() => new Float64Array(cells));
  const isKnown = new Uint8Array(cells);
  const winsOf = chances.hazards.map((hazards) => winsAtTimes(hazards, chances, timesMs));
  const know = (cell: number): void => {
    if (isKnown[cell] === 1) return;
    isKnown[cell] = 1;
    const own = winsOf[Math.floor(cell / NODES)]?.(ageOf(cell % NODES)) ?? [];
    for (const [time, byCell] of wins.entries()) byCell[cell] = own[time] ?? 0;
  };
  return { wins, know };
}

/** Between a cell and the next. */
function valueOf(byCell: Float64Array, cell: number, beyond: number): number {
  const here = byCell[cell] ?? 0;
  return here + ((byCell[cell + 1] ?? 0) - here) * beyond;
}

/** Rounding may leave a hair below 0 or above 1. */
export function chanceBetween(wonBefore: number, wonBy: number): number {
  return Math.min(1, Math.max(0, wonBy - wonBefore));
}

/** By age, the wins by each of the times: between two steps of the grid they are linear. */
function winsAtTimes(
  hazards: StageHazards,
  chances: WinChances,
  timesMs: readonly number[],
): (ageMs: number) => readonly number[] {
  const at = timesMs.map((time) => Math.min(Math.max(0, time / chances.stepMs), chances.steps));
  const asked = [...new Set(at.flatMap((step) => [Math.floor(step), Math.ceil(step)]))];
  const winsOf = winsByEach(hazards, chances, asked);
  const places = at.map((step) => ({
    here: asked.indexOf(Math.floor(step)),
    next: asked.indexOf(Math.ceil(step)),
    beyond: step - Math.floor(step),
  }));
  return (ageMs) => {
    const wins = winsOf(ageMs);
    return places.map(({ here, next, beyond }) => {
      const [from, to] = [wins[here] ?? 0, wins[next] ?? 0];
      return from + (to - from) * beyond;
    });
  };
}

/**
 * A value between the steps of a curve, linear; beyond the last step, that of the last.
 * @example onGrid([0, 0.2, 0.3], 1.5) // 0.25
 */
export function onGrid(curve: ArrayLike<number>, step: number): number {
  const at = Math.min(Math.max(0, step), curve.length - 1);
  const [here, next] = [curve[Math.floor(at)] ?? 0, curve[Math.ceil(at)] ?? 0];
  return here + (next - here) * (at - Math.floor(at));
}
