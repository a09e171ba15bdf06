import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { CATCHING_UP, hubspotDealSource } from '../../../functions/adapters/hubspot/deal-source.ts';
import { readHealth } from '../../../functions/api/health.ts';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { sweep } from '../../../functions/reconcile/sweep.ts';
import { PRO_LIMITS } from '../../../local/hubspot-simulator/options.ts';
import { changeAccount, recordOf, truthOf } from '../../chaos/account-changes.ts';
import { aPortal, aSeedDeal } from '../../local/hubspot-simulator/small-portal.ts';
import { fakeErasures } from '../../support/fake-erasures.ts';
import {
  fakeBlockStore,
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeSecrets,
  fakeStatusStores,
  silentLog,
} from '../../support/fakes.ts';
import { sharedTime } from '../../support/shared-time.ts';
import { installVirtualHubSpot } from '../../support/virtual-hubspot.ts';

const INTERVAL_MS = 15 * 60_000;
const SEARCH_LAG_MS = 20_000;
const DEALS = 30;

let close = (): void => {};
afterEach(() => close());

function open() {
  const time = sharedTime();
  const hubspot = installVirtualHubSpot({
    seed: aPortal(Array.from({ length: DEALS }, (_, index) => aSeedDeal(String(index + 1)))),
    time,
    accessToken: 'a-token',
    latencyMs: 200,
    limits: { ...PRO_LIMITS, searchLagMs: SEARCH_LAG_MS },
  });
  close = () => hubspot.close();
  const status = fakeStatusStores();
  const secrets = fakeSecrets({ accessToken: 'a-token', clientSecrets: [] });
  const deps = {
    source: hubspotDealSource({ baseUrl: 'https://api.hubapi.com', secrets, timing: time, manners: CATCHING_UP }),
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    status,
    sync: status,
    deadLetters: fakeDeadLetters(),
    rollupQueue: fakeQueues(time.clock),
    clock: time.clock,
    log: silentLog,
  };
  const ids = new Set(Array.from({ length: DEALS }, (_, index) => String(index + 1)));
  /** Deals of which HubSpot and the records say something else. */
  async function outOfStep(): Promise<readonly string[]> {
    const stored = await deps.store.readDeals([...ids]);
    return [...ids].filter((id) => recordOf(id, stored) !== truthOf(hubspot, id));
  }
  const health = () =>
    readHealth({
      blockStore: fakeBlockStore(time.clock),
      statusStore: status,
      deadLetters: deps.deadLetters,
      erasing: { erasures: fakeErasures() },
      clock: time.clock,
    });
  return { time, hubspot, deps, ids, outOfStep, health };
}

describe('an account whose webhooks never arrive', () => {
  it('is kept right by reconcile alone: no change is older here than its interval, and health says how old it may be', async () => {
    const { time, hubspot, deps, ids, outOfStep, health } = open();
    const random = seededRandom(7);
    const known = new Set<string>();
    const everOutOfStep = new Set<string>();

    await time.run(
      (async () => {
        await deps.sync.storeWatermark(time.clock.now() - 400 * DAY_MS);
        await reconcile(deps);
        expect(await outOfStep()).toEqual([]);
        for (let run = 0; run < 40; run += 1) {
          for (let change = 0; change < 6; change += 1) {
            await time.wait(INTERVAL_MS / 6 - SEARCH_LAG_MS);
            changeAccount(hubspot, random, ids);
          }
          for (const id of await outOfStep()) everOutOfStep.add(id);
          await time.wait(2 * SEARCH_LAG_MS);
          await reconcile(deps);
          // What is not in HubSpot's list any more is found by the nightly sweep.
          const alive = (await outOfStep()).filter((id) => truthOf(hubspot, id) !== 'deleted');
          expect(alive.filter((id) => !truthOf(hubspot, id).startsWith('merged'))).toEqual([]);
          known.add(String((await health()).lastReadAt));
        }
        const state = await health();
        expect(state.webhooks.state).toBe('never');
        expect(state.asOf - (state.lastReadAt ?? 0)).toBeLessThan(INTERVAL_MS);
        expect(state.reconcile?.everyMs).toBeGreaterThan(0);

        await time.wait(DAY_MS);
        await reconcile(deps);
        await sweep(deps, Number.POSITIVE_INFINITY);
        const unknownAtAll = (await outOfStep()).filter((id) => truthOf(hubspot, id) !== 'deleted');
        expect(unknownAtAll).toEqual([]);
      })(),
    );

    expect(everOutOfStep.size).toBeGreaterThan(20);
    expect(known.size).toBe(40);
  });
});
