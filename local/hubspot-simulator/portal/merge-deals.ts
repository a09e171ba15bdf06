import type { EpochMs } from '@deal-stage-insights/shared';
import { revisionsOf, type SimDeal } from './deal-state.ts';

const MERGED_IDS = 'hs_merged_object_ids';
const SOURCE = 'MERGE_OBJECTS';

export interface Merged {
  readonly deal: SimDeal;
  /** Properties that the survivor did not have, and has from the loser. */
  readonly moved: readonly string[];
}

/**
 * The survivor after a merge. Its own values stand, and what it lacks comes from the loser. The histories of the two are
 * mixed, by their instants, and what holds is written once more with the instant of the merge: so nobody can tell from
 * the history alone which revision was whose.
 */
export function mergeDeals(
  survivor: SimDeal,
  loser: SimDeal,
  { at, mergedIds }: { readonly at: EpochMs; readonly mergedIds: readonly string[] },
): Merged {
  const properties: SimDeal['properties'] = {
    ...loser.properties,
    ...survivor.properties,
    [MERGED_IDS]: mergedIds.join(';'),
  };
  const mixed = new Set([...Object.keys(survivor.histories), ...Object.keys(loser.histories)]);
  const histories = { ...survivor.histories };
  for (const name of mixed) {
    const revisions = [...revisionsOf(survivor, name), ...revisionsOf(loser, name)].toSorted((a, b) => a.at - b.at);
    histories[name] = [...revisions, { at, value: properties[name] ?? '', sourceType: SOURCE }];
  }
  histories[MERGED_IDS] = [
    ...(survivor.histories[MERGED_IDS] ?? []),
    { at, value: mergedIds.join(';'), sourceType: SOURCE },
  ];
  const moved = Object.keys(loser.properties).filter((name) => survivor.properties[name] === undefined);
  return { deal: { ...survivor, lastModifiedAt: at, properties, histories }, moved };
}
