import type { Revision } from './deal-read.ts';
import type { HistorySpan, KnownHistory, KnownRevision } from './deal-record.ts';
import type { EpochMs } from './instant.ts';
import { compareText, sorted } from './order.ts';

export const NO_HISTORY: KnownHistory = { revisions: [], spans: [] };

/**
 * Joins what is known of one property with a window that was read at a version.
 *
 * A window speaks for every instant from its oldest revision on, and at each instant the newest version that speaks for it
 * is right: a revision that HubSpot no longer shows there is gone, one older than the window is kept, and a late read of an
 * old version brings nothing back. Reads of equal version add up. An empty window says nothing.
 * This is a maximum taken instant by instant, so order, repeats and batches of reads do not matter.
 */
export function joinHistory(known: KnownHistory, window: readonly Revision[], version: EpochMs): KnownHistory {
  const read = inOrder(placed(window));
  const oldest = read[0];
  if (oldest === undefined) return known;

  const from = oldest.at;
  const newerFrom = known.spans.find((span) => span.version > version)?.from ?? Number.POSITIVE_INFINITY;
  const equal = known.spans.find((span) => span.version === version);
  const equalFrom = Math.min(equal?.from ?? Number.POSITIVE_INFINITY, newerFrom);

  const isKept = ({ at }: KnownRevision): boolean => at < from || at >= equalFrom;
  const revisions = [...known.revisions.filter(isKept), ...read.filter(({ at }) => at < newerFrom)];
  return { revisions: inOrder(revisions), spans: joinSpans(known.spans, { from, version }) };
}

/** The newest version that speaks for each instant, as a staircase: both `from` and `version` ascend. */
function joinSpans(spans: readonly HistorySpan[], added: HistorySpan): readonly HistorySpan[] {
  const isCovered = (span: HistorySpan, by: HistorySpan): boolean => span.from >= by.from && span.version <= by.version;
  if (spans.some((span) => isCovered(added, span))) return spans;
  return sorted([...spans.filter((span) => !isCovered(span, added)), added], (a, b) => a.from - b.from);
}

/** Numbers the revisions of each instant as they are listed. */
function placed(window: readonly Revision[]): readonly KnownRevision[] {
  const counts = new Map<EpochMs, number>();
  return window.map(({ at, value, sourceType }) => {
    const place = counts.get(at) ?? 0;
    counts.set(at, place + 1);
    return { at, value, sourceType, place };
  });
}

/** A value that is there twice at one instant counts once, at its last place (of several sources the first by name). */
function inOrder(revisions: readonly KnownRevision[]): readonly KnownRevision[] {
  const distinct = new Map<string, KnownRevision>();
  for (const revision of revisions) {
    const key = `${revision.at} ${revision.value}`;
    const known = distinct.get(key);
    distinct.set(key, known === undefined ? revision : joined(known, revision));
  }
  return sorted(distinct.values(), (a, b) => a.at - b.at || a.place - b.place || compareText(a.value, b.value));
}

function joined(a: KnownRevision, b: KnownRevision): KnownRevision {
  const sourceType = a.sourceType < b.sourceType ? a.sourceType : b.sourceType;
  return { at: a.at, value: a.value, sourceType, place: Math.max(a.place, b.place) };
}
