import type { Revision } from './deal-read.ts';
import type { EpochMs } from './instant.ts';
import { sorted } from './order.ts';
import { originOf } from './origin.ts';
import type { Change } from './timeline.ts';

/** How the raw texts of one property are read. */
interface Reading<T> {
  readonly normalise: (raw: string) => T;
  /** Value that the newest revision leads to, raw; null where unknown. */
  readonly current: string | null;
  /** Later instants count as this one: nothing can have changed after the deal was last modified. */
  readonly until: EpochMs;
}

/**
 * Turns the revisions of one property (oldest first) into its changes: normalised, future-dated ones brought back to the
 * last modification, equal instants put in order, repeats of a value collapsed into the first.
 *
 * Order of equal instants: what repeats the value before comes first; last comes what leads on, to the current value or to
 * the value that the next instant repeats; otherwise as they are listed.
 */
export function changesOf<T extends string | number | null>(
  revisions: readonly Revision[],
  reading: Reading<T>,
): readonly Change<T>[] {
  const changes: Change<T>[] = [];
  let before: Change<T> | undefined;
  const add = ({ at, value, sourceType }: Revision): void => {
    const normalised = reading.normalise(value);
    if (before !== undefined && before.value === normalised) return;
    before = { at: Math.min(at, reading.until), value: normalised, origin: originOf(sourceType) };
    changes.push(before);
  };
  for (let start = 0, end = 0; start < revisions.length; start = end) {
    end = endOfTie(revisions, start, reading.until);
    const first = revisions[start];
    if (end - start > 1) orderTie(revisions, { start, end }, reading, before).forEach(add);
    else if (first !== undefined) add(first);
  }
  return changes;
}

function endOfTie(revisions: readonly Revision[], start: number, until: EpochMs): number {
  const at = Math.min(revisions[start]?.at ?? until, until);
  let end = start + 1;
  while (end < revisions.length && Math.min(revisions[end]?.at ?? until, until) === at) end += 1;
  return end;
}

function orderTie<T extends string | number | null>(
  revisions: readonly Revision[],
  { start, end }: { readonly start: number; readonly end: number },
  { normalise, current }: Reading<T>,
  before: Change<T> | undefined,
): readonly Revision[] {
  const nextRaw = revisions[end]?.value ?? current;
  const leadsTo = nextRaw === null ? undefined : normalise(nextRaw);
  const rank = ({ value }: Revision): number => {
    const normalised = normalise(value);
    if (normalised === leadsTo) return 2;
    return normalised === before?.value ? 0 : 1;
  };
  return sorted(revisions.slice(start, end), (a, b) => rank(a) - rank(b));
}
