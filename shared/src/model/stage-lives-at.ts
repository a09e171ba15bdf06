import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { ARRIVAL_CODES, EXIT_CODES, type VisitTable } from '../history/visit-table.ts';
import { firstNotBelow } from '../statistics/step-function.ts';
import { AGE_EDGES_MS, ageBin } from './age-bins.ts';
import type { Destinations } from './destinations.ts';
import type { StageLife } from './life-table.ts';

/** What the life tables of a pipeline's live stages were at an instant. */
export interface LivesAt {
  readonly lives: readonly StageLife[];
  /** By live stage: visits of known beginning that had been there for the whole horizon, or could have been. */
  readonly followed: Uint32Array;
}

const OPEN = EXIT_CODES.indexOf('open');
const TRANSITION = EXIT_CODES.indexOf('transition');
const MOVED = EXIT_CODES.indexOf('moved');
const LATE = ARRIVAL_CODES.indexOf('late');
const BINS = AGE_EDGES_MS.length;

/**
 * The life tables of many instants in one pass over the visits: those of `stageLife(stageSamples(…))` at each. An exit is
 * counted once, at the first instant that knows of it, and the instants are summed up afterwards.
 * @param instants ascending.
 * @example stageLivesAt(table, destinations, { instants: mondays, horizonDays: 30 })[0]?.lives
 */
export function stageLivesAt(
  table: VisitTable,
  destinations: Destinations,
  { instants, horizonDays }: { readonly instants: readonly EpochMs[]; readonly horizonDays: number },
): readonly LivesAt[] {
  const { count, elsewhere } = destinations;
  const live = destinations.liveStageIds.length;
  const stages = Uint16Array.from(table.stageIds, (stageId) => destinations.of(stageId));
  const ascending = Float64Array.from(instants);
  const horizonMs = horizonDays * DAY_MS;
  // [instant][live stage][still there, then each destination][age bin]
  const [stageCells, instantCells] = [(count + 1) * BINS, live * (count + 1) * BINS];
  const ended = new Float64Array(instants.length * instantCells);
  const running = new Float64Array(instants.length * live * BINS);
  const followed = new Uint32Array(instants.length * live);
  for (let row = 0; row < table.length; row += 1) {
    const stage = stages[table.stage[row] ?? 0] ?? live;
    if (stage >= live || table.arrival[row] === LATE) continue;
    const enteredAt = table.enteredAt[row] ?? 0;
    const exitedAt = table.exitedAt[row] ?? Number.NaN;
    const exit = table.exit[row] ?? OPEN;
    const over = exit === OPEN ? instants.length : firstNotBelow(ascending, exitedAt);
    const begun = firstNotBelow(ascending, enteredAt);
    let bin = begun < over ? ageBin((ascending[begun] ?? 0) - enteredAt) : 0;
    for (let at = begun; at < over; at += 1) {
      const ageMs = (ascending[at] ?? 0) - enteredAt;
      while ((AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY) <= ageMs) bin += 1;
      addOne(running, (at * live + stage) * BINS + bin);
    }
    const watched = firstNotBelow(ascending, enteredAt + horizonMs);
    if (watched < instants.length) addOne(followed, watched * live + stage);
    if (over === instants.length) continue;
    const to = exit === TRANSITION ? (stages[table.toStage[row] ?? 0] ?? 0) : exit === MOVED ? elsewhere : -1;
    addOne(ended, over * instantCells + stage * stageCells + (to + 1) * BINS + ageBin(exitedAt - enteredAt));
  }
  addUp(ended, instantCells);
  addUp(followed, live);
  return instants.map((_, at) => ({
    followed: followed.subarray(at * live, (at + 1) * live),
    lives: destinations.liveStageIds.map((__, stage) => {
      const from = at * instantCells + stage * stageCells;
      const still = running.subarray((at * live + stage) * BINS, (at * live + stage + 1) * BINS);
      const cells = ended.slice(from, from + stageCells);
      for (let bin = 0; bin < BINS; bin += 1) cells[bin] = (cells[bin] ?? 0) + (still[bin] ?? 0);
      return lifeOf(cells, count);
    }),
  }));
}

function addOne(cells: Float64Array | Uint32Array, cell: number): void {
  cells[cell] = (cells[cell] ?? 0) + 1;
}

/** In place: each block of cells gets the sum of itself and all before it. */
function addUp(cells: Float64Array | Uint32Array, block: number): void {
  for (let cell = block; cell < cells.length; cell += 1) cells[cell] = (cells[cell] ?? 0) + (cells[cell - block] ?? 0);
}

function lifeOf(cells: Float64Array, destinations: number): StageLife {
  let reached = 0;
  for (const [cell, visits] of cells.entries()) if (visits > 0) reached = Math.max(reached, (cell % BINS) + 1);
  const column = (kind: number): readonly number[] => [...cells.subarray(kind * BINS, kind * BINS + reached)];
  return { censored: column(0), exits: Array.from({ length: destinations }, (_, exit) => column(exit + 1)) };
}
