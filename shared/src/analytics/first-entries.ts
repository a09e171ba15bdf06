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
  for (let from = 0, to = 0; from < table.length; from = to) {
    const deal = table.deal[from] ?? 0;
    to = from + 1;
    while (to < table.length && table.deal[to] === deal) to += 1;
    const seen = new Set<number>();
    for (let row = from; row < to && known.isKnown(row); row += 1) {
      const stage = known.stageOf(row);
      if (stage < 0 || seen.has(stage)) continue;
      seen.add(stage);
      if (known.isLate(row)) continue;
      entries.push({ deal, stage, enteredAt: table.enteredAt[row] ?? 0, ...resolution(known, row, to) });
    }
  }
  return entries;
}

function resolution(known: KnownVisits, from: number, to: number): Pick<FirstEntry, 'outcome' | 'resolvedAt'> {
  for (let row = from; row < to && known.isKnown(row); row += 1) {
    const exit = known.exitOf(row);
    const resolvedAt = known.endOf(row);
    if (exit === 'won' || exit === 'lost') return { outcome: exit, resolvedAt };
    if (exit === 'moved' || exit === 'merged' || exit === 'deleted') return { outcome: 'left', resolvedAt };
  }
  return { outcome: 'open', resolvedAt: Number.POSITIVE_INFINITY };
}
