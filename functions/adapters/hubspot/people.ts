import * as z from 'zod';
import { AppError } from '../../errors.ts';
import type { OwnerRef, PeopleRef, TeamRef } from '../../ports/reference-store.ts';
import type { HubSpotHttp } from './http.ts';
import { HubSpotAnswerError } from './hubspot-error.ts';
import { numberOrText } from './number-or-text.ts';

const PER_PAGE = 100;

const paging = z.object({ next: z.object({ after: z.string() }).optional() }).optional();

const ownersSchema = z.object({
  results: z.array(
    z.object({
      id: numberOrText,
      userId: numberOrText.nullish(),
      archived: z.boolean().optional(),
      teams: z.array(z.object({ id: numberOrText, name: z.string().nullish() })).nullish(),
    }),
  ),
  paging,
});

const teamsSchema = z.object({
  results: z.array(z.object({ id: numberOrText, name: z.string().nullish(), parentTeamId: numberOrText.nullish() })),
  paging,
});

type OwnerAnswer = z.output<typeof ownersSchema>['results'][number];

/** Active owners, then departed ones, whose deals are in the history still; and the teams, those above included where HubSpot tells. */
export async function readPeople(http: HubSpotHttp): Promise<PeopleRef> {
  const active = await pages(http, ownersSchema, '/crm/v3/owners', { archived: 'false' });
  const departed = await pages(http, ownersSchema, '/crm/v3/owners', { archived: 'true' });
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
    const teams = await pages(http, teamsSchema, '/settings/teams/2026-09-beta');
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

async function pages<T>(
  http: HubSpotHttp,
  schema: z.ZodType<{ results: T[]; paging?: { next?: { after: string } | undefined } | undefined }>,
  path: string,
  filter: Readonly<Record<string, string>> = {},
): Promise<readonly T[]> {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PER_PAGE), ...filter });
    if (after !== undefined) query.set('after', after);
    const page = await http.call(schema, { method: 'GET', path: `${path}?${query.toString()}` });
    found.push(...page.results);
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return found;
}
