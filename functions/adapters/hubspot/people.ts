import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import type { OwnerRef, PeopleRef, TeamRef } from '../../ports/reference-store.ts';
import type { HubSpotHttp } from './http.ts';
import { HubSpotAnswerError } from './hubspot-error.ts';
import { numberOrText } from './number-or-text.ts';
import { allPages, pagingSchema } from './pages.ts';

const ownersSchema = z.object({
  results: z.array(
    z.object({
      id: numberOrText,
      userId: z.nullish(numberOrText),
      archived: z.optional(z.boolean()),
      teams: z.nullish(z.array(z.object({ id: numberOrText, name: z.nullish(z.string()) }))),
    }),
  ),
  paging: pagingSchema,
});

const teamsSchema = z.object({
  results: z.array(z.object({ id: numberOrText, name: z.nullish(z.string()), parentTeamId: z.nullish(numberOrText) })),
  paging: pagingSchema,
});

type OwnerAnswer = z.output<typeof ownersSchema>['results'][number];

/** Active owners, then departed ones, whose deals are in the history still; and the teams, those above included where HubSpot tells. */
export async function readPeople(http: HubSpotHttp): Promise<PeopleRef> {
  const active = await allPages(http, ownersSchema, '/crm/v3/owners', { archived: 'false' });
  const departed = await allPages(http, ownersSchema, '/crm/v3/owners', { archived: 'true' });
  const nested = await readTeamTree(http);
  const labels = new Map(
    [...departed, ...active].flatMap(({ teams }) => teams ?? []).map(({ id, name }) => [id, name]),
  );
  const known = new Set(nested.map(({ teamId }) => teamId));
  const flat = [...labels].filter(([teamId]) => !known.has(teamId));
  const teams = [
    ...nested,
    ...flat.map(([teamId, name]): TeamRef => ({ teamId, label: name ?? teamId, parentTeamId: null })),
  ];
  return {
    owners: [...active.map((owner) => ownerRef(owner, false)), ...departed.map((owner) => ownerRef(owner, true))],
    teams: teams.toSorted((one, other) => (one.teamId < other.teamId ? -1 : 1)),
  };
}

const ownerRef = ({ id, userId, teams }: OwnerAnswer, isArchived: boolean): OwnerRef => ({
  ownerId: id,
  userId: userId ?? null,
  teamIds: (teams ?? []).map((team) => team.id),
  isArchived,
});

/** Which team is below which. Only larger accounts nest teams, and the app may not have been given the scope: then none. */
async function readTeamTree(http: HubSpotHttp): Promise<readonly TeamRef[]> {
  try {
    const teams = await allPages(http, teamsSchema, '/settings/teams/2026-09-beta');
    return teams.map(({ id, name, parentTeamId }) => ({
      teamId: id,
      label: name ?? id,
      parentTeamId: parentTeamId ?? null,
    }));
  } catch (error) {
    if (isNotOffered(error)) return [];
    throw error;
  }
}

const isNotOffered = (error: unknown): boolean =>
  error instanceof AppError &&
  error.cause instanceof HubSpotAnswerError &&
  [400, 403, 404].includes(error.cause.status);
