import { AppError } from '../errors.ts';
import type { DealNotes, DealNotesStore } from '../ports/deal-notes-store.ts';

const ATTEMPTS = 10; // Each lost race means that somebody else noted something of the same deal.
const DISMISSED_KEPT = 200; // Of the latest visits: hints of older ones cannot come again.

/** Changes the notes of a deal; what `change` leaves as it is costs no write. Answers them as they are then. */
export async function changeNotes(
  store: Pick<DealNotesStore, 'readForChange' | 'store'>,
  dealId: string,
  change: (notes: DealNotes) => DealNotes,
): Promise<DealNotes> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { version, notes } = await store.readForChange(dealId);
    const changed = change(notes);
    if (changed === notes) return notes;
    if ((await store.store(dealId, changed, version)) === 'stored') return changed;
  }
  throw new AppError('conflict', 'Too many are noting something of this deal at once: try again.');
}

/** A repeat of the same wish leaves the notes as they are. */
export function withDismissal(
  notes: DealNotes,
  { hintId, isDismissed, at }: { readonly hintId: string; readonly isDismissed: boolean; readonly at: number },
): DealNotes {
  const { [hintId]: before, ...others } = notes.dismissed;
  if ((before !== undefined) === isDismissed) return notes;
  const kept = Object.entries(others)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, DISMISSED_KEPT - 1);
  return { ...notes, dismissed: { ...Object.fromEntries(kept), ...(isDismissed && { [hintId]: at }) } };
}
