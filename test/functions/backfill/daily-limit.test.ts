import { afterEach, describe, expect, it } from 'vitest';
import { BACKGROUND, hubspotDealSource, LIVE, type Manners } from '../../../functions/adapters/hubspot/deal-source.ts';
import { runBackfill } from '../../../functions/backfill/run-backfill.ts';
import { startBackfill } from '../../../functions/backfill/start-backfill.ts';
import { PRO_LIMITS } from '../../../local/hubspot-simulator/options.ts';
import { aPortal, aSeedDeal } from '../../local/hubspot-simulator/small-portal.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { fakeSecrets } from '../../support/fakes.ts';
import { sharedTime } from '../../support/shared-time.ts';
import { installVirtualHubSpot } from '../../support/virtual-hubspot.ts';

const DEALS = 6_000;
const PER_DAY = 120; // Reading them takes 120 calls and some more for searches: more than the nine tenths that may be taken.
const QUARTER_MS = 15 * 60_000;
const MIDNIGHT = Date.parse('2026-06-15T22:00:00Z'); // In Zurich, where the account is.

let close = (): void => {};
afterEach(() => close());

function open() {
  const time = sharedTime(Date.parse('2026-06-15T12:00:00Z'));
  const deals = Array.from({ length: DEALS }, (_, index) => {
    const createdAt = time.clock.now() - (index + 1) * 60_000;
    return aSeedDeal(String(index + 1), { createdAt, lastModifiedAt: createdAt, histories: {} });
  });
  const hubspot = installVirtualHubSpot({
    seed: aPortal(deals),
    time,
    accessToken: 'a-token',
    latencyMs: 300,
    limits: { ...PRO_LIMITS, perDay: PER_DAY },
  });
  close = () => hubspot.close();
  const calls = () => [...hubspot.answers.values()].reduce((sum, count) => sum + count, 0);
  const refused = () => [...hubspot.answers].filter(([kind]) => kind.endsWith('429')).length;
  const secrets = fakeSecrets({ accessToken: 'a-token', clientSecrets: [] });
  const sourceWith = (manners: Manners) =>
    hubspotDealSource({ baseUrl: 'https://api.hubapi.com', secrets, timing: time, manners });
  const stores = fakeStores(time.clock);
  return { time, stores, calls, refused, sourceWith };
}

describe('a backfill of more deals than the account’s calls of a day can read', () => {
  it('waits for midnight with a tenth of the calls left to live work, says so, and goes on by itself', async () => {
    const { time, stores, calls, refused, sourceWith } = open();
    const source = sourceWith(BACKGROUND);
    const live = sourceWith(LIVE);
    const run = () => runBackfill({ ...stores, source }, Number.POSITIVE_INFINITY);

    await time.run(
      (async () => {
        await startBackfill(stores);
        const first = await run();
        const usedUp = calls();
        expect(first).toMatchObject({ state: 'running', waitsUntil: MIDNIGHT });
        expect(await stores.status.readLatestBackfill()).toMatchObject({ waitsUntil: MIDNIGHT });
        expect(usedUp).toBeGreaterThan(PER_DAY * 0.85);
        expect(usedUp).toBeLessThanOrEqual(PER_DAY * 0.9 + 9); // Those that were under way.

        for (let quarter = 0; quarter < 4; quarter += 1) {
          await time.wait(QUARTER_MS);
          expect((await live.readDeals(['1']))[0]).toMatchObject({ kind: 'present' });
          expect(await run()).toEqual(first); // The schedule comes by; HubSpot is not asked.
        }
        expect(calls()).toBe(usedUp + 4);

        await time.wait(MIDNIGHT - time.clock.now());
        expect(await run()).toMatchObject({ state: 'done', waitsUntil: null });
      })(),
    );

    expect(refused()).toBe(0);
    expect((await stores.store.readDeals(Array.from({ length: DEALS }, (_, index) => String(index + 1)))).size).toBe(
      DEALS,
    );
  });

  it('waits as well when others have used up the day, and leaves nothing out', async () => {
    const { time, stores, sourceWith } = open();
    const impolite = { ...BACKGROUND, dailyReserve: 0 };

    const ends = await time.run(
      (async () => {
        await startBackfill(stores);
        const first = await runBackfill({ ...stores, source: sourceWith(impolite) }, Number.POSITIVE_INFINITY);
        await time.wait(MIDNIGHT - time.clock.now());
        return [first, await runBackfill({ ...stores, source: sourceWith(impolite) }, Number.POSITIVE_INFINITY)];
      })(),
    );

    expect(ends).toMatchObject([
      { state: 'running', waitsUntil: MIDNIGHT },
      { state: 'done', waitsUntil: null },
    ]);
    expect((await stores.store.readDeals(Array.from({ length: DEALS }, (_, index) => String(index + 1)))).size).toBe(
      DEALS,
    );
  });
});
