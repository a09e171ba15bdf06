import * as z from 'zod/mini';
import type { AccountRef } from '../../ports/reference-store.ts';
import type { HubSpotHttp } from './http.ts';
import { numberOrText } from './number-or-text.ts';

const accountSchema = z.pipe(
  z.object({ portalId: numberOrText, timeZone: z.string(), companyCurrency: z.string() }),
  z.transform(({ companyCurrency, ...rest }): AccountRef => ({ ...rest, currency: companyCurrency })),
);

export function readAccount(http: HubSpotHttp): Promise<AccountRef> {
  return http.call(accountSchema, { method: 'GET', path: '/account-info/v3/details' });
}
