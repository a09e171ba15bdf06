import type { Revision, TrackedProperty } from './deal-read.ts';
import type { HistoryLayer } from './deal-record.ts';
import type { EpochMs } from './instant.ts';
import { lastWhile } from './order.ts';
import { originOf } from './origin.ts';

/** One property's revisions over the whole life of a deal, oldest first, ties in no order yet. */
export interface KnownLife {
  readonly revisions: readonly Revision[];
  /** True when the deal only begins for us at a merge: what it was before was never read on its own. */
  readonly beginsAtMerge: boolean;
}

const MERGE_SOURCE = 'MERGE_OBJECTS';

/**
 * Puts the layers of a deal one after the other. Up to a merge the layers read before it are right; from the merge on the
 * layer read after it. Without a layer from before, the deal begins at the merge with the value that was then in force.
 */
export function lifeOf(layers: readonly HistoryLayer[], property: TrackedProperty): KnownLife {
  const [first, ...later] = layers;
  if (first === undefined) return { revisions: [], beginsAtMerge: false };
  const beginsAtMerge = first.merges > 0;
  let revisions = beginsAtMerge ? fromMerge(first, property) : first.histories[property].revisions;
  for (const layer of later) {
    const mergedAt = mergeInstant(layer);
    revisions = [...revisions.filter(({ at }) => at < mergedAt), ...fromMerge(layer, property)];
  }
  return { revisions, beginsAtMerge };
}

/** The merge's own mark in the histories, if HubSpot left one; else the oldest version that showed it. */
function mergeInstant({ histories, firstVersionAt }: HistoryLayer): EpochMs {
  const marks = Object.values(histories)
    .flatMap(({ revisions }) => revisions)
    .filter(({ at, sourceType }) => at <= firstVersionAt && originOf(sourceType) === 'merge');
  return marks.length === 0 ? firstVersionAt : Math.max(...marks.map(({ at }) => at));
}

function fromMerge(layer: HistoryLayer, property: TrackedProperty): readonly Revision[] {
  const mergedAt = mergeInstant(layer);
  const { revisions } = layer.histories[property];
  const after = revisions.filter(({ at }) => at > mergedAt);
  const inForce = lastWhile(revisions, ({ at }) => at <= mergedAt);
  if (inForce === undefined) return after;
  return [{ at: mergedAt, value: inForce.value, sourceType: MERGE_SOURCE }, ...after];
}
