import * as z from 'zod/mini';
import type { Clock } from '../../ports/clock.ts';
import type { SecretSource } from '../../ports/secret-source.ts';
import { numberOrText } from './number-or-text.ts';
import { hubspotHttp } from './http.ts';
import { allPages, pagingSchema } from './pages.ts';
import { realTiming } from './timing.ts';

const schema = z.object({
  results: z.array(z.object({ id: numberOrText, firstName: z.nullish(z.string()), lastName: z.nullish(z.string()) })),
  paging: pagingSchema,
});

interface Source {
  readonly baseUrl: string;
  readonly secrets: SecretSource;
  readonly clock: Clock;
}

/** By owner id, as HubSpot tells it now, departed ones included. Read when names are shown, and stored nowhere. */
export async function ownerNames({ baseUrl, secrets, clock }: Source): Promise<ReadonlyMap<string, string>> {
  const http = hubspotHttp({ baseUrl, secrets, timing: realTiming(clock), retryForMs: 0, rateShare: 1 });
  const names = new Map<string, string>();
  for (const archived of ['true', 'false']) {
    for (const { id, firstName, lastName } of await allPages(http, schema, '/crm/v3/owners', { archived })) {
      const name = [firstName, lastName].filter((part) => (part ?? '') !== '').join(' ');
      if (name !== '') names.set(id, name);
    }
  }
  return names;
}
