import type { RepAsker, RepEvidence, ReportFilters } from '@deal-stage-insights/shared';
import { seesNames } from './access.ts';
import type { Viewer } from './viewer.ts';

/** What of the evidence is open to the viewer. */
export function repAsker(
  viewer: Viewer,
  evidence: { readonly rows: readonly Pick<RepEvidence['rows'][number], 'ownerId'>[] },
  { names, filters }: { readonly names: ReadonlyMap<string, string>; readonly filters: ReportFilters },
): RepAsker {
  const { people, ownerId, visibility } = viewer;
  const ids = evidence.rows.map((row) => row.ownerId);
  return {
    ownerId,
    named: seesNames(viewer) ? namedOwners(viewer, ids, filters) : null,
    teams: people.teams
      .filter(({ teamId }) => isOwnOrSeen(viewer, teamId))
      .map(({ teamId, label }) => ({ teamId, label, ownerIds: people.ownersOfTeam(teamId) })),
    othersMin: visibility.groupOthersMin,
    names,
    departed: new Set(ids.filter((id) => people.owner(id)?.isArchived === true)),
  };
}

/** A rep sees the band of the teams that HubSpot has the rep in; a leader those of the teams seen. */
function isOwnOrSeen({ role, sees, people, ownerId }: Viewer, teamId: string): boolean {
  if (role === 'rep') return people.owner(ownerId ?? '')?.teamIds.includes(teamId) ?? false;
  return sees === 'all' || sees.has(teamId);
}

/** Whom of these a viewer sees by name. */
export function namedOwners(
  { sees, people, ownerId }: Viewer,
  ids: readonly string[],
  { owner, team }: ReportFilters,
): RepAsker['named'] {
  if (sees === 'all' && owner === null && team === null) return 'all';
  const ofTeam = team === null ? null : people.ownersOfTeam(team);
  const isSeen = (id: string): boolean =>
    sees === 'all' || id === ownerId || (people.owner(id)?.teamIds ?? []).some((teamId) => sees.has(teamId));
  return new Set(ids.filter((id) => isSeen(id) && (owner === null || id === owner) && (ofTeam?.has(id) ?? true)));
}
