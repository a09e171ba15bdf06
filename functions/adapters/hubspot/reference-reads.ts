import * as z from 'zod';
import type { AccountRef, OwnerRef } from '../../ports/reference-store.ts';
import type { HubSpotHttp } from './http.ts';

const OWNERS_PER_PAGE = 100;

const numberOrText = z.union([z.string(), z.number()]).transform(String);

const ownersSchema = z.object({
  results: z.array(
    z.object({
      id: numberOrText,
      userId: numberOrText.nullish(),
      archived: z.boolean().optional(),
      teams: z.array(z.object({ id: numberOrText })).nullish(),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});

const accountSchema = z
  .object({ portalId: numberOrText, timeZone: z.string(), companyCurrency: z.string() })
  .transform(({ companyCurrency, ...rest }): AccountRef => ({ ...rest, currency: companyCurrency }));

export function readAccount(http: HubSpotHttp): Promise<AccountRef> {
  return http.call(accountSchema, { method: 'GET', path: '/account-info/v3/details' });
}

/** Active owners, then departed ones: their deals are in the history still. */
export async function readOwners(http: HubSpotHttp): Promise<readonly OwnerRef[]> {
  return [...(await ownerPages(http, false)), ...(await ownerPages(http, true))];
}

async function ownerPages(http: HubSpotHttp, isArchived: boolean): Promise<readonly OwnerRef[]> {
  const owners: OwnerRef[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(OWNERS_PER_PAGE), archived: String(isArchived) });
    if (after !== undefined) query.set('after', after);
    const page = await http.call(ownersSchema, { method: 'GET', path: `/crm/v3/owners?${query.toString()}` });
    owners.push(
      ...page.results.map(({ id, userId, teams }) => ({
        ownerId: id,
        userId: userId ?? null,
        teamIds: (teams ?? []).map((team) => team.id),
        isArchived,
      })),
    );
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return owners;
}
