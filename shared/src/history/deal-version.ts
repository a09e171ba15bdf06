import type { Facts, PresentRead, Revision, TrackedProperty } from './deal-read.ts';
import type { DealVersion } from './deal-record.ts';
import { compareText, sorted } from './order.ts';

/** What a read says that has no history. Facts are put in order of their names, unset ones left out: equal content is equal text. */
export function versionOf(read: PresentRead): DealVersion {
  return {
    lastModifiedAt: read.lastModifiedAt,
    createdAt: read.createdAt,
    current: byProperty((property) => newestValue(read.histories[property])),
    facts: inNameOrder(read.facts),
  };
}

/** The later modified of two versions; of equal instants the greater by its text, so that the order of reads does not matter. */
export function newerVersion(a: DealVersion | null, b: DealVersion): DealVersion {
  if (a === null) return b;
  if (a.lastModifiedAt !== b.lastModifiedAt) return a.lastModifiedAt > b.lastModifiedAt ? a : b;
  return compareText(JSON.stringify(a), JSON.stringify(b)) >= 0 ? a : b;
}

export function byProperty<T>(make: (property: TrackedProperty) => T): Readonly<Record<TrackedProperty, T>> {
  return {
    dealstage: make('dealstage'),
    hubspot_owner_id: make('hubspot_owner_id'),
    amount: make('amount'),
    closedate: make('closedate'),
  };
}

function newestValue(revisions: readonly Revision[]): string | null {
  const newest = revisions.reduce<Revision | null>(
    (found, revision) => (found === null || revision.at >= found.at ? revision : found),
    null,
  );
  return newest?.value ?? null;
}

function inNameOrder(facts: Facts): Facts {
  const set = Object.entries(facts).filter(([, value]) => value !== null);
  return Object.fromEntries(sorted(set, ([a], [b]) => compareText(a, b)));
}
