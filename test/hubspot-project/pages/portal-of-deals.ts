import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { ADMIN, apiHost, ask } from '../../functions/api/api-host.ts';
import { rollupHost } from '../../functions/rollup/rollup-host.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';

/** The API over a portal of so many deals, with whatever rollup made of them. */
export async function portalOf(deals: number) {
  const stores = await rollupHost();
  const reads = Array.from({ length: deals }, (_, place) =>
    aDealThrough(
      `new ${1 + (place % 9)}d, demo ${2 + (place % 7)}d, ${place % 6 === 5 ? 'new 3d, demo 2d, ' : ''}offer 5d, ${['won', 'lost', 'waiting'][place % 3]}`,
      {
        dealId: String(2000 + place),
        histories: place % 5 === 0 ? {} : { amount: aTimeline('1000') },
      },
    ),
  );
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  await refreshReports(stores.deps);
  const { reportStore, referenceStore, blockStore, clock } = stores;
  const host = apiHost({ reportStore, referenceStore, blockStore, clock });
  return async (url: URL, method = 'GET', body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const signing = { identity: ADMIN, signedAt: clock.now(), method, ...sent };
    // HubSpot signs a colon as it is.
    const address = `${url.pathname}${url.search}`.replaceAll('%3A', ':');
    const { status, text } = await ask(host, address, signing);
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  };
}

export type Backend = Awaited<ReturnType<typeof portalOf>>;
