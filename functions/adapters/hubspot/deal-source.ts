import type { DealSource } from '../../ports/deal-source.ts';
import type { SecretSource } from '../../ports/secret-source.ts';
import { CREATED, MODIFIED } from './deal-properties.ts';
import { hubspotHttp } from './http.ts';
import { readPeople } from './people.ts';
import { readPipelines } from './pipelines.ts';
import { readAccount } from './read-account.ts';
import { readDeals } from './read-deals.ts';
import { searchDeals } from './search-deals.ts';
import type { Timing } from './timing.ts';

/** How a caller treats HubSpot: how long it repeats a call, and which shares of the account's rate and day it takes or leaves. */
export interface Manners {
  readonly retryForMs: number;
  readonly rateShare: number;
  readonly dailyReserve: number;
}

/** A change is waiting for it: takes whatever there is; what fails now comes back through the queue. */
export const LIVE: Manners = { retryForMs: 20_000, rateShare: 1, dailyReserve: 0 };
/** Long work: outlasts a bad minute, and leaves 6 % of the rate and a tenth of the day to live work. */
export const BACKGROUND: Manners = { retryForMs: 120_000, rateShare: 0.94, dailyReserve: 0.1 };
/** What makes good for webhooks that were lost: it may go on when the first read of the account has to wait. */
export const CATCHING_UP: Manners = { ...BACKGROUND, dailyReserve: 0.02 };

export interface DealSourceOptions {
  readonly baseUrl: string;
  readonly secrets: SecretSource;
  readonly timing: Timing;
  readonly manners: Manners;
}

export function hubspotDealSource({ baseUrl, secrets, timing, manners }: DealSourceOptions): DealSource {
  const http = hubspotHttp({ baseUrl, secrets, timing, ...manners });
  return {
    // The instant is taken before the question: what changes meanwhile is newer than the answer.
    readDeals: (dealIds) => readDeals(http, dealIds, timing.clock.now()),
    searchCreated: (window, after) => searchDeals(http, { property: CREATED, ...window }, after),
    searchModified: (window, after) => searchDeals(http, { property: MODIFIED, ...window }, after),
    readPipelines: () => readPipelines(http),
    readPeople: () => readPeople(http),
    readAccount: () => readAccount(http),
  };
}
