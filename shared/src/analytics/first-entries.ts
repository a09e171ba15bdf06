import type { EpochMs } from '../history/instant.ts';
import type { KnownVisits } from './known-visits.ts';

/** A deal's first entry into a live stage, and what became of the deal afterwards. */
export interface FirstEntry {
  readonly deal: number;
  /** Place in `KnownVisits.stageIds`. */
  readonly stage: number;
  readonly enteredAt: EpochMs;
  /** The first close after the entry; `left`: went elsewhere, was merged or deleted before one; `open`: none of these yet. */
  readonly outcome: 'won' | 'lost' | 'left' | 'open';
  /** When that was; endless while open. */
  readonly resolvedAt: EpochMs;
}

/**
 * The first entry of each deal into each live stage. A deal that comes back, or is reopened, does not count twice. First
 * visits whose beginning is unknown (`late`) are left out: when they were entered cannot be told.
 */
export function firstEntries(known: KnownVisits): readonly FirstEntry[] {
  const { table } = known;
  const entries: FirstEntry[] = [];
  const seenIn = new Int32Array(known.stageIds.length).fill(-1);
  for (let from = 0, to = 0; from < table.length; from = to) {
    const deal = table.deal[from] ?? 0;
    to = from;
    while (to < table.length && table.deal[to] === deal && known.isKnown(to)) to += 1;
    let resolved = from - 1;
    for (let row = from; row < to; row += 1) {
      const stage = known.stageOf(row);
      if (stage < 0 || seenIn[stage] === from) continue;
      seenIn[stage] = from;
      if (known.isLate(row)) continue;
      // What resolves a visit resolves those before it, back to the one that is resolved already.
      if (resolved < row) resolved = resolvingRow(known, row, to);
      const outcome = resolved < to ? outcomeOf(known, resolved) : 'open';
      const resolvedAt = resolved < to ? known.endOf(resolved) : Number.POSITIVE_INFINITY;
      entries.push({ deal, stage, enteredAt: table.enteredAt[row] ?? 0, outcome, resolvedAt });
    }
    while (to < table.length && table.deal[to] === deal) to += 1;
  }
  return entries;
}

/** The first row, from one on, whose end closes the deal or takes it away; `to` where there is none. */
function resolvingRow(known: KnownVisits, from: number, to: number): number {
  let row = from;
  while (row < to && outcomeOf(known, row) === 'open') row += 1;
  return row;
}

function outcomeOf(known: KnownVisits, row: number): FirstEntry['outcome'] {
  const exit = known.exitOf(row);
  if (exit === 'won' || exit === 'lost') return exit;
  return exit === 'moved' || exit === 'merged' || exit === 'deleted' ? 'left' : 'open';
}
