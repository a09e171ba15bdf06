import type { EpochMs } from '../history/instant.ts';
import { ascending } from '../statistics/ascending.ts';
import type { KnownVisits } from './known-visits.ts';

/** People move deals one by one: so many into one stage within so short a time were moved all at once. */
export const BULK_MOVES = 10;
export const BULK_MS = 60_000;

/** From the first to the last of moves that were made at once. */
interface Burst {
  readonly fromAt: EpochMs;
  readonly toAt: EpochMs;
}

/**
 * Whether a row's move was made in bulk: one of at least ten into the same stage within a minute.
 * @param rows of the moves
 * @example const isBulk = bulkMoves(known, rows); rows.filter(isBulk)
 */
export function bulkMoves(known: KnownVisits, rows: Uint32Array): (row: number) => boolean {
  const bursts = instantsByStage(known, rows).map(burstsOf);
  return (row) => {
    const own = bursts[known.table.toStage[row] ?? -1] ?? [];
    return own.some(({ fromAt, toAt }) => known.endOf(row) >= fromAt && known.endOf(row) <= toAt);
  };
}

/** When moves into each stage of the table were made, in order. */
function instantsByStage(known: KnownVisits, rows: Uint32Array): readonly Float64Array[] {
  const { table } = known;
  const counts = new Uint32Array(table.stageIds.length);
  for (const row of rows) {
    const stage = table.toStage[row] ?? -1;
    counts[stage] = (counts[stage] ?? 0) + 1;
  }
  const instants = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (const row of rows) {
    const [stage, own] = [table.toStage[row] ?? -1, instants[table.toStage[row] ?? -1]];
    if (own === undefined) continue;
    const place = counts[stage] ?? 0;
    own[place] = known.endOf(row);
    counts[stage] = place + 1;
  }
  return instants.map(ascending);
}

function burstsOf(instants: Float64Array): readonly Burst[] {
  const bursts: Burst[] = [];
  for (let last = BULK_MOVES - 1; last < instants.length; last += 1) {
    const [fromAt, toAt] = [instants[last - BULK_MOVES + 1] ?? 0, instants[last] ?? 0];
    if (toAt - fromAt > BULK_MS) continue;
    const before = bursts.at(-1);
    if (before !== undefined && fromAt <= before.toAt) bursts[bursts.length - 1] = { fromAt: before.fromAt, toAt };
    else bursts.push({ fromAt, toAt });
  }
  return bursts;
}
