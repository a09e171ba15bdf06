import type { Facts, Revision, TrackedProperty } from './deal-read.ts';
import type { EpochMs } from './instant.ts';

/**
 * Our memory of one deal: what its reads said, joined by `mergeDeal`. One item in the store.
 * It holds HubSpot's instants alone, never those of our reads: so a repeat, a retry or a crash leaves no trace in it.
 * Read it through `foldDeal`.
 */
export type DealRecord = KeptDeal | ErasedDeal;

/** What is left of an erased deal: the id, so that no later read brings the deal back. */
export interface ErasedDeal {
  readonly kind: 'erased';
  readonly dealId: string;
}

export interface KeptDeal {
  readonly kind: 'deal';
  readonly dealId: string;
  /** Null as long as the deal was never read while present. */
  readonly version: DealVersion | null;
  /** One per number of deals that had been merged into this one when it was read; fewest first. */
  readonly layers: readonly HistoryLayer[];
  /** When HubSpot deleted the deal; null again once a version from that instant or later was read (it was restored). */
  readonly deletedAt: EpochMs | null;
  readonly mergedInto: { readonly at: EpochMs; readonly dealId: string } | null;
}

/** What has no history: as of the newest `lastModifiedAt` that was read. */
export interface DealVersion {
  readonly lastModifiedAt: EpochMs;
  readonly createdAt: EpochMs;
  /** The value that the newest revision leads to, by property; null where there is none. */
  readonly current: Readonly<Record<TrackedProperty, string | null>>;
  readonly facts: Facts;
}

/** Histories as read while `merges` deals had been merged into this one: a merge mixes histories, so they are kept apart. */
export interface HistoryLayer {
  readonly merges: number;
  /** When the newest of these merges was: as HubSpot says, else the oldest version read after it. Null where `merges` is 0. */
  readonly mergedAt: EpochMs | null;
  readonly histories: Readonly<Record<TrackedProperty, KnownHistory>>;
}

/** One property's revisions: at every instant those of the newest version whose window reached back that far. */
export interface KnownHistory {
  /** In order of `at`, then `place`, then value; no instant has the same value twice. */
  readonly revisions: readonly KnownRevision[];
  /** From `from` up to the next span (the last: for good) the revisions are those of `version`. Both ascend. */
  readonly spans: readonly HistorySpan[];
}

export interface KnownRevision extends Revision {
  /** Place among the revisions of the same instant, from 0, as HubSpot listed them. */
  readonly place: number;
}

export interface HistorySpan {
  readonly from: EpochMs;
  /** `lastModifiedAt` of the read. */
  readonly version: EpochMs;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** HubSpot's newest instant that the record reflects; null for a record without any. Use it as the record's freshness. */
export function recordedAt(record: DealRecord): EpochMs | null {
  if (record.kind === 'erased') return null;
  const { version, deletedAt, mergedInto } = record;
  const newest = Math.max(version?.lastModifiedAt ?? NEVER, deletedAt ?? NEVER, mergedInto?.at ?? NEVER);
  return newest === NEVER ? null : newest;
}
