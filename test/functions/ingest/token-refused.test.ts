import { afterEach, describe, expect, it } from 'vitest';
import { CATCHING_UP, hubspotDealSource, LIVE, type Manners } from '../../../functions/adapters/hubspot/deal-source.ts';
import { secretSource } from '../../../functions/adapters/secrets/secret-source.ts';
import { readHealth } from '../../../functions/api/health.ts';
import { ingestMessages } from '../../../functions/ingest/ingest-messages.ts';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { aPortal, aSeedDeal } from '../../local/hubspot-simulator/small-portal.ts';
import { fakeErasures } from '../../support/fake-erasures.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { fakeBlockStore } from '../../support/fakes.ts';
import { sharedTime } from '../../support/shared-time.ts';
import { installVirtualHubSpot } from '../../support/virtual-hubspot.ts';

let close = (): void => {};
afterEach(() => close());

const MINUTE_MS = 60_000;

/** An account of three deals, the secret with the token in AWS, and the parts of the product that read. */
function open() {
  const time = sharedTime();
  const seed = aPortal(['1', '2', '3'].map((dealId) => aSeedDeal(dealId)));
  const hubspot = installVirtualHubSpot({ seed, time, accessToken: 'first-token', latencyMs: 100 });
  close = () => hubspot.close();
  const secret = { HUBSPOT_ACCESS_TOKEN: 'first-token', HUBSPOT_CLIENT_SECRET: 'a-client-secret' };
  const env = { HUBSPOT_ACCESS_TOKEN: 'x', HUBSPOT_CLIENT_SECRET: 'x' };
  const secrets = {
    read: () => secretSource({ ...env, ...secret }, time.clock).read(),
    readAgain: () => secretSource({ ...env, ...secret }, time.clock).read(),
  };
  const sourceWith = (manners: Manners) =>
    hubspotDealSource({ baseUrl: 'https://api.hubapi.com', secrets, timing: time, manners });
  const stores = fakeStores(time.clock);
  const ingest = (dealId: string, tries: number) =>
    ingestMessages({ ...stores, source: sourceWith(LIVE) }, [
      {
        messageId: dealId,
        tries,
        body: JSON.stringify({ dealIds: [dealId], origin: 'webhook', sentAt: time.clock.now() }),
      },
    ]);
  const health = async () =>
    (
      await readHealth({
        blockStore: fakeBlockStore(time.clock),
        statusStore: stores.status,
        deadLetters: stores.deadLetters,
        erasing: { erasures: fakeErasures() },
        clock: time.clock,
      })
    ).hubspot;
  return {
    time,
    hubspot,
    secret,
    stores,
    ingest,
    health,
    catchUp: () => reconcile({ ...stores, source: sourceWith(CATCHING_UP) }),
  };
}

describe('an access token that is revoked', () => {
  it('shows in health, loses nothing, and is over when another one is in the secret', async () => {
    const { time, hubspot, secret, stores, ingest, health, catchUp } = open();

    await time.run(
      (async () => {
        await stores.sync.storeWatermark(time.clock.now() - MINUTE_MS);
        expect(await ingest('1', 1)).toEqual([]);
        expect(await health()).toEqual({ tokenRefusedAt: null, dailyLimitAt: null });

        hubspot.replaceAccessToken(null);
        await time.wait(MINUTE_MS);
        hubspot.desk.update('1', { dealstage: 'won' });
        hubspot.desk.update('2', { dealstage: 'won' });
        expect(await ingest('1', 1)).toEqual(['1']); // It comes again.
        expect(await ingest('2', 5)).toEqual(['2']); // It does not: it is set aside.
        expect(await health()).toEqual({ tokenRefusedAt: expect.any(Number), dailyLimitAt: null });

        hubspot.replaceAccessToken('second-token');
        secret.HUBSPOT_ACCESS_TOKEN = 'second-token';
        await time.wait(15 * MINUTE_MS);
        expect(await ingest('1', 2)).toEqual([]);
        expect(await health()).toEqual({ tokenRefusedAt: null, dailyLimitAt: null });
        expect(await catchUp()).toMatchObject({ mismatches: 0 });
      })(),
    );

    const stages = await stores.store.readDeals(['1', '2']);
    expect(
      [...stages.values()].map(({ record }) => record.kind === 'deal' && record.version?.current.dealstage),
    ).toEqual(['won', 'won']);
    expect(await stores.deadLetters.list()).toEqual([]);
  });
});
