import * as z from 'zod';
import { OperateError } from '../operate-error.ts';
import type { Workbench } from '../workbench.ts';

const accountSchema = z.object({ portalId: z.coerce.string() });

/** What HubSpot must allow, and a call that shows whether it does. */
const SCOPES = [
  { scope: 'crm.objects.deals.read', path: '/crm/v3/objects/deals?limit=1' },
  { scope: 'crm.schemas.deals.read', path: '/crm/v3/pipelines/deals' },
  { scope: 'crm.objects.owners.read', path: '/crm/v3/owners?limit=1' },
  { scope: 'crm.objects.contacts.read', path: '/crm/v3/objects/tasks?limit=1' },
] as const;

const WITHIN_MS = 15_000;
const COPY_TOKEN =
  "In HubSpot, open the app's page (Development → Projects → the app → Auth), copy the access token again, and try again.";

/** Stops unless the token belongs to the account and may read what the product reads. */
export async function assertTokenFits(bench: Workbench, token: string, portalId: string): Promise<void> {
  const account = await get(bench, '/account-info/v3/details', token);
  if (account.status === 401) throw new OperateError('HubSpot does not accept the access token.', COPY_TOKEN);
  if (!account.ok)
    throw new OperateError(
      `HubSpot answered ${account.status} when asked whose token this is.`,
      'Try again in a minute.',
    );
  const owner = accountSchema.parse(await account.json()).portalId;
  if (owner !== portalId)
    throw new OperateError(
      `Wrong HubSpot account: the token belongs to ${owner}, this installation serves ${portalId}.`,
      `Copy the token of the app in account ${portalId}, or correct portalId in installation.json.`,
    );
  const missing = await missingScopes(bench, token);
  if (missing.length > 0)
    throw new OperateError(
      `The token lacks ${missing.length === 1 ? 'a scope' : 'scopes'}: ${missing.join(', ')}.`,
      "In HubSpot, open the app's page and approve its scopes (reinstall the app), then try again.",
    );
}

async function missingScopes(bench: Workbench, token: string): Promise<readonly string[]> {
  const answers = await Promise.all(
    SCOPES.map(async ({ scope, path }) => ({ scope, status: (await get(bench, path, token)).status })),
  );
  return answers.filter(({ status }) => status === 403).map(({ scope }) => scope);
}

/** How far this machine's clock is ahead of HubSpot's, in ms; null when HubSpot does not say the time. */
export async function clockSkewMs(bench: Workbench): Promise<number | null> {
  const said = Date.parse((await get(bench, '/account-info/v3/details', null)).headers.get('date') ?? '');
  return Number.isNaN(said) ? null : bench.now() - said;
}

async function get({ env }: Workbench, path: string, token: string | null): Promise<Response> {
  const base = env['HUBSPOT_API_URL'] ?? 'https://api.hubapi.com';
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  try {
    return await fetch(base + path, { headers, signal: AbortSignal.timeout(WITHIN_MS) });
  } catch (cause) {
    throw new OperateError(
      `HubSpot cannot be reached at ${base}.`,
      'Check the network (proxy, firewall) and try again.',
      { cause },
    );
  }
}
