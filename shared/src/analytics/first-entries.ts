import { keptWith } from '../history/kept-with.ts';
import { growingColumn } from '../statistics/growing-column.ts';
import type { KnownVisits } from './known-visits.ts';

/**
 * What became of a deal after an entry, by code: the first close; `left`: went elsewhere, was merged or deleted before one;
 * `open`: none of these yet.
 */
export const ENTRY_OUTCOMES = ['open', 'won', 'lost', 'left'] as const;

/** The first entries of deals into one live stage, one column an attribute: long histories have hundreds of thousands. */
export interface FirstEntries {
  readonly enteredAt: Float64Array;
  /** Place in `ENTRY_OUTCOMES`. */
  readonly outcome: Float64Array;
  /** When that was; endless while open. */
  readonly resolvedAt: Float64Array;
}

const [OPEN, WON, LOST, LEFT] = [0, 1, 2, 3];

/**
 * The first entry of each deal into each live stage. A deal that comes back, or is reopened, does not count twice. First
 * visits whose beginning is unknown (`late`) are left out: when they were entered cannot be told.
 * @returns by live stage
 */
export const firstEntries = keptWith((known: KnownVisits): readonly FirstEntries[] => {
  const { table } = known;
  const stages = known.stageIds.map(() => ({
    enteredAt: growingColumn(),
    outcome: growingColumn(),
    resolvedAt: growingColumn(),
  }));
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
      stages[stage]?.enteredAt.add(table.enteredAt[row] ?? 0);
      stages[stage]?.outcome.add(resolved < to ? outcomeOf(known, resolved) : OPEN);
      stages[stage]?.resolvedAt.add(resolved < to ? known.endOf(resolved) : Number.POSITIVE_INFINITY);
    }
    while (to < table.length && table.deal[to] === deal) to += 1;
  }
  return stages.map(({ enteredAt, outcome, resolvedAt }) => ({
    enteredAt: enteredAt.values(),
    outcome: outcome.values(),
    resolvedAt: resolvedAt.values(),
  }));
});

/** The first row, from one on, whose end closes the deal or takes it away; `to` where there is none. */
function resolvingRow(known: KnownVisits, from: number, to: number): number {
  let row = from;
  while (row < to && outcomeOf(known, row) === OPEN) row += 1;
  return row;
}

function outcomeOf(known: KnownVisits, row: number): number {
  const exit = known.exitOf(row);
  if (exit === 'won' || exit === 'lost') return exit === 'won' ? WON : LOST;
  return exit === 'moved' || exit === 'merged' || exit === 'deleted' ? LEFT : OPEN;
}
