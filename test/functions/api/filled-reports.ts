import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { ADMIN, apiHost, ask, IDENTITY } from './api-host.ts';

/**
 * The API over stores that rollup has filled: sixty deals of two types and three sources, worth 1000 to 1059, all closed by day
 * 60 (half of them won), as of day 100.
 */
export async function filledReports() {
  const stores = await rollupHost();
  const reads = Array.from({ length: 60 }, (_, place) =>
    aDealThrough(`new ${1 + (place % 9)}d, demo ${2 + (place % 7)}d, offer 5d, ${place % 2 === 0 ? 'won' : 'lost'}`, {
      dealId: String(2000 + place),
      facts: {
        dealname: place === 0 ? '=SUM(A1)' : `Deal "${place}", of many`,
        dealtype: place % 3 === 0 ? 'newbusiness' : 'existingbusiness',
        hs_analytics_source: ['PAID_SOCIAL', 'REFERRALS', null][place % 3] ?? null,
        closed_lost_reason: place % 4 === 1 ? '-price; "budget", other' : null,
      },
      histories: { amount: aTimeline(String(1000 + place)) },
    }),
  );
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  await refreshReports(stores.deps);
  const { reportStore, referenceStore, blockStore, clock } = stores;
  const host = apiHost({ reportStore, referenceStore, clock, blockStore });
  const as =
    (identity: string) =>
    (address: string, method = 'GET') =>
      ask(host, `/v1/pipelines/${address}`, { identity, method, signedAt: clock.now() });
  return { stores, host, get: as(ADMIN), asRep: as(IDENTITY) };
}
