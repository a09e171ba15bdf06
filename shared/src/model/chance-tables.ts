import { DAY_MS } from '../history/instant.ts';
import type { Random } from '../statistics/seeded-random.ts';
import { AGE_EDGES_MS, ageBin } from './age-bins.ts';
import { endsAfter } from './destinations.ts';
import { drawnLife } from './drawn-life.ts';
import type { StageLife } from './life-table.ts';
import type { StageHazards } from './stage-hazards.ts';
import { type WinChances, winChances, winsBy } from './win-chances.ts';
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

interface AgedDeal {
  readonly stageId: string;
  readonly ageMs: number;
}

/** Of `timesMs`. */
interface TimePair {
  readonly from: number;
  readonly to: number;
}

/** Where deals stand in the tables of a chain: the same in each version of it, so that it is looked up once. */
interface AgePlaces {
  readonly deals: readonly AgedDeal[];
  /** By deal, of `liveStageIds`; -1: in none of them. */
  readonly stage: Int32Array;
  /** Of the ages at which chances are computed: a whole one, and how far the deal is on to the next. */
  readonly node: Int32Array;
  readonly beyond: Float64Array;
}

function agePlaces(deals: readonly AgedDeal[], places: ReadonlyMap<string, number>): AgePlaces {
  const stage = new Int32Array(deals.length);
  const node = new Int32Array(deals.length);
  const beyond = new Float64Array(deals.length);
  for (const [deal, { stageId, ageMs }] of deals.entries()) {
    const at = nodeAt(ageMs);
    stage[deal] = places.get(stageId) ?? -1;
    node[deal] = Math.floor(at);
    beyond[deal] = at - Math.floor(at);
  }
  return { deals, stage, node, beyond };
}

export interface ChanceTablesQuestion {
  readonly chain: LifeChain;
  /** From now, ms, at least one. */
  readonly timesMs: readonly number[];
  readonly versions: number;
  readonly random: Random;
}

const MOST_STEPS = 96;
/** Ages within an age bin at which chances are computed; between them they are linear: off by less than .01. */
const NODES_A_BIN = 3;

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
  const places = new Map(liveStageIds.map((stageId, place) => [stageId, place]));
  const none = new Float64Array(timesMs.length);
  const known = liveStageIds.map((): Float64Array[] => []);
  const winsOf = chances.hazards.map((hazards) => winsAtTimes(hazards, chances, timesMs));
  const atNode = (place: number, node: number): Float64Array => {
    const before = known[place]?.[node];
    if (before !== undefined) return before;
    const made = winsOf[place]?.(ageOf(node)) ?? none;
    const own = known[place];
    if (own !== undefined) own[node] = made;
    return made;
  };
  return {
    grid: { steps: chances.steps, stepMs: chances.stepMs },
    withinAt(stageId, ageMs) {
      const place = places.get(stageId);
      if (place === undefined) return none;
      const at = nodeAt(ageMs);
      const node = Math.floor(at);
      const [here, next] = [atNode(place, node), atNode(place, node + 1)];
      const wins: number[] = []; // A typed array costs more to make than to fill, 60,000 times a forecast.
      for (let time = 0; time < here.length; time += 1) {
        const value = here[time] ?? 0;
        wins.push(value + ((next[time] ?? value) - value) * (at - node));
      }
      return wins;
    },
    placesOf: (deals, stageIds) => agePlaces(deals, new Map([...places].filter(([stageId]) => stageIds.has(stageId)))),
    betweenAt({ stage, node, beyond }, { from, to }) {
      const chances = new Float64Array(stage.length);
      for (let deal = 0; deal < stage.length; deal += 1) {
        const place = stage[deal] ?? -1;
        if (place < 0) continue;
        const [at, share] = [node[deal] ?? 0, beyond[deal] ?? 0];
        const here = known[place]?.[at] ?? atNode(place, at);
        const next = known[place]?.[at + 1] ?? atNode(place, at + 1);
        const [begin, end] = [here[from] ?? 0, here[to] ?? 0];
        const wonBefore = begin + ((next[from] ?? begin) - begin) * share;
        const wonBy = end + ((next[to] ?? end) - end) * share;
        chances[deal] = chanceBetween(wonBefore, wonBy);
      }
      return chances;
    },
    everFromEntry: (stageId) => chances.ever[places.get(stageId) ?? -1] ?? null,
    fromEntry: (stageId) => chances.within[places.get(stageId) ?? -1] ?? new Float64Array(chances.steps + 1),
  };
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
): (ageMs: number) => Float64Array {
  const at = timesMs.map((time) => Math.min(Math.max(0, time / chances.stepMs), chances.steps));
  const asked = [...new Set(at.flatMap((step) => [Math.floor(step), Math.ceil(step)]))];
  const winsOf = asked.map((steps) => winsBy(hazards, chances, steps));
  const places = at.map((step) => ({
    here: asked.indexOf(Math.floor(step)),
    next: asked.indexOf(Math.ceil(step)),
    beyond: step - Math.floor(step),
  }));
  return (ageMs) => {
    const wins = winsOf.map((winsAt) => winsAt(ageMs));
    return Float64Array.from(places, ({ here, next, beyond }) => {
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

function nodeAt(ageMs: number): number {
  const bin = ageBin(ageMs);
  const [from = 0, to] = [AGE_EDGES_MS[bin], AGE_EDGES_MS[bin + 1]];
  return NODES_A_BIN * (bin + (to === undefined ? 0 : (Math.max(0, ageMs) - from) / (to - from)));
}

function ageOf(node: number): number {
  const bin = Math.floor(node / NODES_A_BIN);
  const [from = 0, to] = [AGE_EDGES_MS[bin], AGE_EDGES_MS[bin + 1]];
  return from + (((to ?? from) - from) * (node % NODES_A_BIN)) / NODES_A_BIN;
}
