import { ARRIVAL_CODES, EXIT_CODES, type VisitTable } from '../history/visit-table.ts';
import type { EpochMs } from '../history/instant.ts';
import type { DurationSample } from '../statistics/duration-sample.ts';
import type { Destinations } from './destinations.ts';

/** The visits of one live stage as durations in ms; event k + 1 is an exit to destination k. */
export interface StageSample extends DurationSample {
  readonly time: Float64Array;
  readonly event: Uint16Array;
  /** All visits that had begun, those of them that still ran, and those whose beginning lies before what history shows. */
  readonly visits: number;
  readonly open: number;
  readonly late: number;
  /** Visits of known beginning that could be watched for the whole horizon: they began at least that long ago. */
  readonly followed: number;
}

/** Visits watched for a whole horizon below which no chance is told. */
export const ENOUGH_FOLLOWED = 20;

/** What happened after `asOf` is not known; `horizonMs` is how far chances look ahead. */
export interface Knowledge {
  readonly asOf: EpochMs;
  readonly horizonMs: number;
}

const OPEN = EXIT_CODES.indexOf('open');
const TRANSITION = EXIT_CODES.indexOf('transition');
const MOVED = EXIT_CODES.indexOf('moved');
const LATE = ARRIVAL_CODES.indexOf('late');

/**
 * The visits of each live stage, as known at an instant: what began later is left out, what ended later still runs ("at
 * least this long"). A merged or deleted deal was only watched until then. Visits with an unknown beginning (`late`) are
 * counted, but give no duration: their age is known only within limits, so they could not enter a risk set truly.
 */
export function stageSamples(
  table: VisitTable,
  destinations: Destinations,
  { asOf, horizonMs }: Knowledge,
): readonly StageSample[] {
  const stages = Uint16Array.from(table.stageIds, (stageId) => destinations.of(stageId));
  const live = destinations.liveStageIds.length;
  const sizes = new Uint32Array(live);
  for (let row = 0; row < table.length; row += 1) {
    const stage = stages[table.stage[row] ?? 0] ?? live;
    if (stage < live && (table.enteredAt[row] ?? 0) <= asOf) sizes[stage] = (sizes[stage] ?? 0) + 1;
  }
  const columns = Array.from(sizes, (size) => ({
    time: new Float64Array(size),
    event: new Uint16Array(size),
    visits: 0,
    open: 0,
    late: 0,
    followed: 0,
  }));
  for (let row = 0; row < table.length; row += 1) {
    const column = columns[stages[table.stage[row] ?? 0] ?? live];
    const enteredAt = table.enteredAt[row] ?? 0;
    if (column === undefined || enteredAt > asOf) continue;
    const exitedAt = table.exitedAt[row] ?? Number.NaN;
    const exit = exitedAt <= asOf ? table.exit[row] : OPEN;
    column.visits += 1;
    if (exit === OPEN) column.open += 1;
    if (table.arrival[row] === LATE) {
      column.late += 1;
      continue;
    }
    if (enteredAt <= asOf - horizonMs) column.followed += 1;
    const at = column.visits - column.late - 1;
    column.time[at] = (exit === OPEN ? asOf : exitedAt) - enteredAt;
    if (exit === MOVED) column.event[at] = destinations.elsewhere + 1;
    if (exit === TRANSITION) column.event[at] = (stages[table.toStage[row] ?? 0] ?? 0) + 1;
  }
  return columns.map((column) => trimmed(column));
}

function trimmed(column: StageSample): StageSample {
  const known = column.visits - column.late;
  return { ...column, time: column.time.subarray(0, known), event: column.event.subarray(0, known) };
}
