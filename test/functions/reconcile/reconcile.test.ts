import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { aDealRead, aTimeline } from '../../support/builders.ts';
import { fakePortal, someReads } from '../../support/fake-deal-source.ts';
import {
  fakeClock,
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeStatusStores,
  silentLog,
} from '../../support/fakes.ts';

const MINUTE_MS = 60_000;

function open(portal = fakePortal([])) {
  const clock = fakeClock();
  const stores = fakeStatusStores();
  const deps = {
    source: portal,
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    rollupQueue: fakeQueues(clock),
    status: stores,
    sync: stores,
    deadLetters: fakeDeadLetters(),
    clock,
    log: silentLog,
  };
  return { deps, portal, stores, clock };
}

describe('reconcile', () => {
  it('reads what was modified since the last time, and what search may have shown late', async () => {
    const { deps, portal, stores, clock } = open();
    const now = clock.now();
    await stores.storeWatermark(now - 60 * MINUTE_MS);
    const modifiedAt = { '1': 76, '2': 74, '3': 1 }; // Minutes ago; the overlap is 15.
    for (const [dealId, minutes] of Object.entries(modifiedAt)) {
      portal.put(aDealRead({ dealId, lastModifiedAt: now - minutes * MINUTE_MS }));
    }

    expect(await reconcile(deps)).toMatchObject({ checked: 2, repaired: 2, mismatches: 0 });
    expect(deps.store.writes.map(({ dealId }) => dealId).toSorted()).toEqual(['2', '3']);
    expect(await stores.readWatermark()).toBe(now);
  });

  it('reads all pages', async () => {
    const { deps, stores, clock } = open(fakePortal(someReads(650, { from: fakeClock().now() - 1000, gapMs: 1 })));
    await stores.storeWatermark(clock.now() - MINUTE_MS);

    expect(await reconcile(deps)).toMatchObject({ checked: 650 });
    expect(deps.store.writes).toHaveLength(650);
  });

  it('keeps the watermark when it fails, so that the next run reads the same again', async () => {
    const { deps, stores, clock } = open(fakePortal(someReads(5, { from: fakeClock().now() - 1000, gapMs: 1 })));
    await stores.storeWatermark(clock.now() - MINUTE_MS);
    const source = { ...deps.source, readDeals: () => Promise.reject(new Error('down')) };

    await expect(reconcile({ ...deps, source })).rejects.toThrow('down');
    expect(await stores.readWatermark()).toBe(clock.now() - MINUTE_MS);
  });

  it('reads no deals before the first backfill, but knows pipelines, owners and account', async () => {
    const { deps, portal } = open();
    portal.put(aDealRead({ lastModifiedAt: deps.clock.now() - 1 }));

    expect(await reconcile(deps)).toBeNull();
    expect(deps.store.writes).toEqual([]);
    expect((await deps.reference.readPeople())?.owners).toHaveLength(1);
    expect(await deps.reference.readAccount()).toMatchObject({ currency: 'EUR' });
  });
});

describe('deals that were set aside', () => {
  it('are read again, ever more seldom, and taken out when that works', async () => {
    const { deps, portal, stores, clock } = open();
    await stores.storeWatermark(clock.now());
    await deps.deadLetters.keep([{ dealId: '7', reason: 'unknown form' }], clock.now());
    let isBroken = true;
    const readDeals: typeof portal.readDeals = async (ids) => {
      if (isBroken) throw new Error('broken');
      return portal.readDeals(ids);
    };
    const after = async (minutes: number) => {
      clock.set(clock.now() + minutes * MINUTE_MS);
      return reconcile({ ...deps, source: { ...portal, readDeals } });
    };

    expect(await after(5)).toMatchObject({ mismatches: 1 });
    expect(await deps.deadLetters.list()).toMatchObject([{ dealId: '7', tries: 1 }]);
    expect(await after(5)).toMatchObject({ mismatches: 1 });
    expect(await deps.deadLetters.list()).toMatchObject([{ dealId: '7', tries: 2 }]);
    isBroken = false;
    portal.put(aDealRead({ dealId: '7', lastModifiedAt: 1 }));
    expect(await after(15)).toMatchObject({ mismatches: 1 });
    expect(await after(5)).toMatchObject({ mismatches: 0 });
    expect(await deps.deadLetters.list()).toEqual([]);
    expect(deps.store.writes).toMatchObject([{ dealId: '7' }]);
  });
});

describe('the snapshot of pipelines', () => {
  it('has a new version when, and only when, the content changed', async () => {
    const { deps, portal, clock } = open();
    const versions: (string | undefined)[] = [];
    const take = async () => {
      await reconcile(deps);
      versions.push((await deps.reference.readPipelines())?.version);
      clock.set(clock.now() + 1000);
    };
    await take();
    await take();
    portal.pipelines = portal.pipelines.slice(1);
    await take();

    expect(versions[0]).toBe(versions[1]);
    expect(versions[2]).not.toBe(versions[0]);
    expect((await deps.reference.readPipelines())?.readAt).toBe(clock.now() - 1000);
  });

  it('is kept beside those before it, once for each change', async () => {
    const { deps, portal, clock } = open();
    const first = clock.now();
    for (const pipelines of [portal.pipelines, portal.pipelines, portal.pipelines.slice(1), portal.pipelines]) {
      portal.pipelines = pipelines;
      await reconcile(deps);
      clock.set(clock.now() + 1000);
    }
    const kept = await deps.reference.readPipelineHistory();

    expect(kept.map(({ readAt }) => readAt - first)).toEqual([0, 2000, 3000]);
    expect(kept[2]?.version).toBe(kept[0]?.version);
  });

  it('has all shards made again when it changed, and none when it did not', async () => {
    const { deps, portal } = open();
    await reconcile(deps);
    await reconcile(deps);
    expect(deps.rollupQueue.shards).toEqual([]);

    portal.pipelines = portal.pipelines.slice(1);
    await reconcile(deps);

    expect(new Set(deps.rollupQueue.shards).size).toBe(256);
  });
});

describe('webhooks and reconcile', () => {
  it('converge: what a webhook already brought costs no write', async () => {
    const read = aDealRead({
      histories: { dealstage: aTimeline('new 2d, demo') },
      lastModifiedAt: fakeClock().now() - 1,
    });
    const { deps, stores, clock } = open(fakePortal([read]));
    await stores.storeWatermark(clock.now() - MINUTE_MS);
    await reconcile(deps);
    await reconcile(deps);

    expect(deps.store.writes).toHaveLength(1);
  });
});
