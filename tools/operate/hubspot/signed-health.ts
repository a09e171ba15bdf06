import * as z from 'zod';
import { signatureHeaders } from '../../../local/hubspot-simulator/webhooks/sign-request.ts';
import type { Installation } from '../installation/installation.ts';

const WITHIN_MS = 15_000;

const instant = z.number().nullable();
const healthSchema = z.object({
  version: z.string(),
  status: z.enum(['ok', 'degraded', 'starting']),
  deals: z.object({ recorded: z.number(), deleted: z.number() }),
  shardsBehind: z.number(),
  lastWebhookAt: instant,
  lastReadAt: instant,
  lastNightlyAt: instant,
  backfill: z
    .object({
      state: z.enum(['running', 'done', 'failed']),
      dealsRead: z.number(),
      dealsFound: instant,
      waitsUntil: instant.default(null), // Older backends do not say it.
    })
    .nullable(),
  mismatches: z.number(),
  deadLetters: z.object({
    count: z.number(),
    reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  }),
  webhooks: z.object({ state: z.enum(['arriving', 'silent', 'never']) }),
  erasures: z.object({ underWay: z.number(), oldestAskedAt: instant }),
});
/** The part of the backend's health that the commands speak of. */
export type SeenHealth = z.output<typeof healthSchema>;

export interface HealthAsk {
  readonly baseUrl: string;
  readonly installation: Pick<Installation, 'portalId' | 'appId' | 'adminEmails'>;
  readonly clientSecret: string | undefined;
  readonly now: number;
}

export type HealthAnswer =
  | { readonly kind: 'healthy'; readonly health: SeenHealth }
  | { readonly kind: 'no-secret' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** Asks the backend how it is, as HubSpot would: by an address that says who asks, signed with the client secret. */
export async function askHealth({ baseUrl, installation, clientSecret, now }: HealthAsk): Promise<HealthAnswer> {
  if (clientSecret === undefined) return { kind: 'no-secret' };
  const { portalId, appId, adminEmails } = installation;
  const query = new URLSearchParams({ portalId, userId: '1', userEmail: adminEmails[0] ?? '', appId });
  const uri = `${baseUrl}/v1/health?${query.toString()}`;
  return get(uri, signatureHeaders({ method: 'GET', url: uri, body: '', sentAt: now }, clientSecret));
}

/** What somebody gets who is not HubSpot: it should be a refusal. */
export const askUnsigned = (baseUrl: string): Promise<HealthAnswer> => get(`${baseUrl}/v1/health`, {});

async function get(url: string, headers: Readonly<Record<string, string>>): Promise<HealthAnswer> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(WITHIN_MS) });
    if (!response.ok) return { kind: 'refused', status: response.status };
    return { kind: 'healthy', health: healthSchema.parse(await response.json()) };
  } catch (error) {
    return { kind: 'unreachable', reason: error instanceof Error ? error.name : String(error) };
  }
}
