import type { Revision } from './deal-read.ts';
import type { HistorySpan, KnownHistory } from './deal-record.ts';
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
  const read = inOrder(window.map(({ at, value, sourceType }) => ({ at, value, sourceType })));
  const oldest = read[0];
  if (oldest === undefined) return known;

  const from = oldest.at;
  const newerFrom = known.spans.find((span) => span.version > version)?.from ?? Number.POSITIVE_INFINITY;
  const equal = known.spans.find((span) => span.version === version);
  const equalFrom = Math.min(equal?.from ?? Number.POSITIVE_INFINITY, newerFrom);

  const isKept = ({ at }: Revision): boolean => at < from || at >= equalFrom;
  const revisions = [...known.revisions.filter(isKept), ...read.filter(({ at }) => at < newerFrom)];
  return { revisions: inOrder(revisions), spans: joinSpans(known.spans, { from, version }) };
}

/** The newest version that speaks for each instant, as a staircase: both `from` and `version` ascend. */
function joinSpans(spans: readonly HistorySpan[], added: HistorySpan): readonly HistorySpan[] {
  const isCovered = (span: HistorySpan, by: HistorySpan): boolean => span.from >= by.from && span.version <= by.version;
  if (spans.some((span) => isCovered(added, span))) return spans;
  return sorted([...spans.filter((span) => !isCovered(span, added)), added], (a, b) => a.from - b.from);
}

/** By instant, then value; a value that is there twice at one instant counts once (of its sources the first by name). */
function inOrder(revisions: readonly Revision[]): readonly Revision[] {
  const ordered = sorted(
    revisions,
    (a, b) => a.at - b.at || compareText(a.value, b.value) || compareText(a.sourceType, b.sourceType),
  );
  return ordered.filter((revision, index) => {
    const before = ordered[index - 1];
    return before === undefined || before.at !== revision.at || before.value !== revision.value;
  });
}
