import { createHash } from 'node:crypto';
import type { OwnerRef, PeopleRef, TeamRef } from '../ports/reference-store.ts';

/** Whom the account's owners and teams say somebody is. */
export interface People {
  /** Of the snapshot: a part of a report's position. */
  readonly version: string;
  /** By their labels. */
  readonly teams: readonly TeamRef[];
  /** The active owner that a user is; null: the user owns no deals. */
  ownerOfUser(userId: string): OwnerRef | null;
  /** Null: HubSpot does not list the owner, not even among the departed. */
  owner(ownerId: string): OwnerRef | null;
  /** These teams and all below them. */
  withTeamsBelow(teamIds: Iterable<string>): ReadonlySet<string>;
  /** Owners in a team or in one below it, departed ones included: their deals are the team's still. */
  ownersOfTeam(teamId: string): ReadonlySet<string>;
}

export function peopleOf({ owners, teams }: PeopleRef): People {
  const version = createHash('sha256')
    .update(JSON.stringify([owners, teams]))
    .digest('hex')
    .slice(0, 16);
  const byOwnerId = new Map(owners.map((owner) => [owner.ownerId, owner]));
  const byUserId = new Map(owners.flatMap((owner) => (isActive(owner) ? [[owner.userId, owner]] : [])));
  const below = Map.groupBy(teams, ({ parentTeamId }) => parentTeamId);

  const withTeamsBelow = (teamIds: Iterable<string>): ReadonlySet<string> => {
    const found = new Set(teamIds);
    // A set walks over what is added meanwhile, and takes nothing twice: a ring of teams ends as well.
    for (const teamId of found) for (const team of below.get(teamId) ?? []) found.add(team.teamId);
    return found;
  };

  return {
    version,
    teams: teams.toSorted((one, other) => (one.label < other.label ? -1 : 1)),
    ownerOfUser: (userId) => byUserId.get(userId) ?? null,
    owner: (ownerId) => byOwnerId.get(ownerId) ?? null,
    withTeamsBelow,
    ownersOfTeam(teamId) {
      const within = withTeamsBelow([teamId]);
      return new Set(owners.flatMap(({ ownerId, teamIds }) => (teamIds.some((id) => within.has(id)) ? [ownerId] : [])));
    },
  };
}

function isActive(owner: OwnerRef): owner is OwnerRef & { readonly userId: string } {
  return owner.userId !== null && !owner.isArchived;
}
