import type { Revision, TrackedProperty } from './deal-read.ts';
import type { HistoryLayer } from './deal-record.ts';
import { lastWhile } from './order.ts';

const MERGE_SOURCE = 'MERGE_OBJECTS';

/**
 * One property's revisions over the whole life of a deal, oldest first.
 * Puts the layers of a deal one after the other. Up to a merge the layers read before it are right; from the merge on the
 * layer read after it. Without a layer from before, the deal begins at the merge with the value that was then in force.
 */
export function revisionsOf(layers: readonly HistoryLayer[], property: TrackedProperty): readonly Revision[] {
  let life: readonly Revision[] = [];
  for (const layer of layers) {
    const { mergedAt } = layer;
    const later = fromMerge(layer, property);
    life = mergedAt === null ? later : [...life.filter(({ at }) => at < mergedAt), ...later];
  }
  return life;
}

function fromMerge({ mergedAt, histories }: HistoryLayer, property: TrackedProperty): readonly Revision[] {
  const { revisions } = histories[property];
  if (mergedAt === null) return revisions;
  const after = revisions.filter(({ at }) => at > mergedAt);
  const inForce = lastWhile(revisions, ({ at }) => at <= mergedAt);
  if (inForce === undefined) return after;
  return [{ at: mergedAt, value: inForce.value, sourceType: MERGE_SOURCE }, ...after];
}
