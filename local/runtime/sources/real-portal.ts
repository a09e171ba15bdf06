import * as z from 'zod';
import { systemClock } from '../../../functions/system-clock.ts';
import type { PreviewUser } from '../../preview/options.ts';
import { StartError } from '../start-error.ts';
import type { Source } from './source.ts';
import { ADMIN } from './users.ts';

const USERS_MAX = 500; // one page of owners: enough people to act as

const accountSchema = z.object({ portalId: z.number(), timeZone: z.string(), companyCurrency: z.string() });
const ownersSchema = z.object({
  results: z.array(
    z.object({
      userId: z.number().nullish(),
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      teams: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
    }),
  ),
});

export interface PortalVariables {
  readonly HUBSPOT_ACCESS_TOKEN: string;
  readonly HUBSPOT_API_URL?: string;
}

/** A real account, read and never written. Its id is needed before its data folder can be named, so it is asked at once. */
export async function realPortal(variables: PortalVariables): Promise<Source> {
  const accessToken = tokenOf(variables);
  const hubspotUrl = urlOf(variables);
  const get = hubspotReader(hubspotUrl, accessToken);
  const account = await get(accountSchema, '/account-info/v3/details');
  const portalId = String(account.portalId);
  return {
    key: `portal-${portalId}`,
    title: `HubSpot account ${portalId}, read-only`,
    async open(remembered) {
      const owners = await get(ownersSchema, `/crm/v3/owners?limit=${USERS_MAX}`);
      return {
        hubspotUrl,
        accessToken,
        portalId,
        currency: account.companyCurrency,
        timeZone: account.timeZone,
        clock: systemClock,
        endsAt: remembered?.endsAt ?? systemClock.now(),
        users: [...owners.results.flatMap(userOf), ADMIN],
        actions: [],
        simulated: null,
        close: async () => {},
      };
    },
  };
}

function tokenOf({ HUBSPOT_ACCESS_TOKEN: token }: PortalVariables): string {
  if (/^[\w.~+/=-]{10,}$/.test(token)) return token;
  throw new StartError(
    'HUBSPOT_ACCESS_TOKEN is no access token: copy it as it is from the Auth tab of the app in HubSpot.',
  );
}

function urlOf({ HUBSPOT_API_URL = 'https://api.hubapi.com' }: PortalVariables): string {
  const url = z.url({ protocol: /^https?$/ }).safeParse(HUBSPOT_API_URL);
  if (!url.success)
    throw new StartError(`HUBSPOT_API_URL is no URL: leave it out, or write it as https://api.hubapi.com.`);
  return url.data.replace(/\/+$/, '');
}

function hubspotReader(hubspotUrl: string, accessToken: string) {
  return async <T>(schema: z.ZodType<T>, path: string): Promise<T> => {
    const answer = await fetch(hubspotUrl + path, { headers: { authorization: `Bearer ${accessToken}` } }).catch(
      (cause: unknown) => {
        throw new StartError(`HubSpot cannot be reached at ${hubspotUrl}: check the network.`, { cause });
      },
    );
    if (answer.status === 401)
      throw new StartError(
        'HubSpot refuses HUBSPOT_ACCESS_TOKEN: copy it again from the Auth tab of the app in HubSpot.',
      );
    if (answer.status === 403)
      throw new StartError(
        `HubSpot does not let this app read ${path.split('?')[0]}: grant its scopes and install it again.`,
      );
    if (!answer.ok)
      throw new StartError(`HubSpot answered ${answer.status} to ${path.split('?')[0]}: try again later.`);
    const parsed = schema.safeParse(await answer.json().catch(() => null));
    if (!parsed.success)
      throw new StartError(`What answers at ${hubspotUrl} is not HubSpot's API: correct HUBSPOT_API_URL.`);
    return parsed.data;
  };
}

const userOf = (owner: z.output<typeof ownersSchema>['results'][number]): PreviewUser[] =>
  owner.userId === null || owner.userId === undefined
    ? []
    : [
        {
          userId: String(owner.userId),
          email: owner.email ?? `${owner.userId}@unknown.example`,
          firstName: owner.firstName ?? '',
          lastName: owner.lastName ?? '',
          teams: owner.teams.map(({ id, name }) => ({ teamId: id, name })),
          role: 'rep',
        },
      ];
