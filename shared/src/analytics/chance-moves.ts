import { chainedWins } from '../model/chained-wins.ts';
import { endsAfter } from '../model/destinations.ts';
import type { KnownVisits } from './known-visits.ts';
import { isWithin, type Period } from './period.ts';

/** A move out of a live stage within a period, and what it did to the deal's chance to win. */
export interface ChanceMove {
  readonly deal: number;
  /** Place in `KnownVisits.stageIds`. */
  readonly stage: number;
  /** Index into `ownerIds`: who owned the deal when the visit ended. */
  readonly owner: number;
  readonly chanceBefore: number;
  /** 1 when won, 0 when lost. */
  readonly chanceAfter: number;
  readonly ends: 'won' | 'lost' | null;
  readonly leadsOn: boolean;
}

export interface ChanceMoves {
  /** Rows of a deal are adjacent and in order of time. */
  readonly moves: readonly ChanceMove[];
  /** By stage: how many moves left it, and the variance of what they did to the chance. */
  readonly counts: readonly number[];
  readonly variances: readonly number[];
}

/**
 * What did each move do to the chance to win? The chance of a stage is chained from the shares in which all these moves left
 * each stage, W = P W + w, so that the moves out of a stage change chances by 0 in sum: a common yardstick of the same case
 * mix. Deals without an owner, moves to other pipelines, merges and deletions are left out, and so are stages from which no
 * end was reached.
 */
export function chanceMoves(known: KnownVisits, period: Period): ChanceMoves {
  const live = known.stageIds.length;
  const ends = endsAfter(live);
  const rows = movingRows(known, period);
  const exits = known.stageIds.map(() => new Float64Array(ends.count));
  const destination = (row: number): number => {
    const next = known.nextOf(row);
    if (next >= 0) return next;
    return known.exitOf(row) === 'lost' ? ends.lost : ends.won;
  };
  for (const row of rows) add(exits[known.stageOf(row)], destination(row));
  const counts = exits.map((to) => to.reduce((sum, count) => sum + count, 0));
  const shares = exits.map((to, stage) => to.map((count) => count / Math.max(1, counts[stage] ?? 0)));
  const chances = chainedWins(shares, { ...ends, liveStageIds: known.stageIds });
  const chanceOf = (place: number): number => (place === ends.won ? 1 : (chances[place] ?? 0));
  return {
    counts,
    variances: shares.map((to, stage) =>
      to.reduce((sum, share, k) => sum + share * (chanceOf(k) - chanceOf(stage)) ** 2, 0),
    ),
    moves: rows.flatMap((row): ChanceMove[] => {
      const [stage, to] = [known.stageOf(row), destination(row)];
      if ((chances[stage] ?? null) === null) return [];
      const exit = known.exitOf(row);
      return [
        {
          deal: known.table.deal[row] ?? 0,
          stage,
          owner: known.table.owner[row] ?? 0,
          chanceBefore: chanceOf(stage),
          chanceAfter: chanceOf(to),
          ends: to === ends.won ? 'won' : to === ends.lost ? 'lost' : null,
          leadsOn: exit === 'advanced' || exit === 'skipped' || exit === 'won',
        },
      ];
    }),
  };
}

const NOBODY = 0;

function movingRows(known: KnownVisits, period: Period): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < known.table.length; row += 1) {
    if (known.stageOf(row) < 0 || known.table.owner[row] === NOBODY || !isWithin(period, known.endOf(row))) continue;
    const exit = known.exitOf(row);
    if (exit !== null && exit !== 'moved' && exit !== 'merged' && exit !== 'deleted') rows.push(row);
  }
  return rows;
}

function add(counts: Float64Array | undefined, place: number): void {
  if (counts !== undefined) counts[place] = (counts[place] ?? 0) + 1;
}
