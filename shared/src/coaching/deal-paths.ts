import type { KnownVisits } from '../analytics/known-visits.ts';
import type { EpochMs } from '../history/instant.ts';

/** A deal's rows as known at the instant, and where they led. */
export interface DealPath {
  readonly deal: number;
  /** Rows `[from, to)`: adjacent and in order of time. */
  readonly from: number;
  readonly to: number;
  /** Its beginning is older than what history shows. */
  readonly isLate: boolean;
  /** By the stage it is in; null while it is open, or when it went elsewhere, was merged or deleted. */
  readonly outcome: 'won' | 'lost' | null;
  /** When it came into the closed stages that it is in; NaN without an outcome. */
  readonly closedAt: EpochMs;
}

/** The ways of all deals that were known at the instant. */
export function dealPaths(known: KnownVisits): readonly DealPath[] {
  const { table } = known;
  const paths: DealPath[] = [];
  for (let from = 0, end = 0; from < table.length; from = end) {
    const deal = table.deal[from] ?? 0;
    end = from + 1;
    while (end < table.length && table.deal[end] === deal) end += 1;
    let to = from;
    while (to < end && known.isKnown(to)) to += 1;
    if (to > from) paths.push({ deal, from, to, isLate: known.isLate(from), ...closeOf(known, from, to) });
  }
  return paths;
}

function closeOf(known: KnownVisits, from: number, to: number): Pick<DealPath, 'outcome' | 'closedAt'> {
  const open = { outcome: null, closedAt: Number.NaN };
  if (known.stageOf(to - 1) >= 0 || known.endOf(to - 1) !== Number.POSITIVE_INFINITY) return open;
  const outcome = known.roleOf(to - 1) === 'lost' ? 'lost' : 'won';
  let first = to - 1;
  while (first > from && known.stageOf(first - 1) < 0) first -= 1;
  return { outcome, closedAt: known.table.enteredAt[first] ?? Number.NaN };
}
