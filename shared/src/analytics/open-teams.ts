import type { PipelineView } from '../contract/pipelines.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { knownVisits } from './known-visits.ts';
import { openGroups, type OpenGroupsQuestion } from './open-groups.ts';
import type { Period } from './period.ts';
import { ownerAsOf, repsInPlay } from './reps-in-play.ts';

export interface OpenTeamsQuestion extends Omit<OpenGroupsQuestion, 'all'> {
  /** All deals of the pipeline. */
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  readonly asOf: EpochMs;
  readonly periods: readonly Period[];
}

/**
 * Of which teams may figures be shown that filter deals by their owner as of now? Of those that are open (`openGroups`) among
 * the reps with deals in play, in each of the periods.
 * @example openTeams({ table, pipeline, asOf, periods: months, groups, ownerId: null, othersMin: 5 }).has('north')
 */
export function openTeams({ table, pipeline, asOf, periods, ...people }: OpenTeamsQuestion): ReadonlySet<string> {
  const known = knownVisits(table, pipeline, asOf);
  const open = repsInPlay(known, periods, ownerAsOf(table, known)).map((all) => openGroups({ all, ...people }));
  return new Set(people.groups.map(({ groupId }) => groupId).filter((id) => open.every((groups) => groups.has(id))));
}
