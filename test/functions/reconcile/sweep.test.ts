import type { DealRead } from '@deal-stage-insights/shared';
import { DAY_MS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { snapshotReferences } from '../../../functions/reconcile/snapshot-references.ts';
import { sweep } from '../../../functions/reconcile/sweep.ts';
import { readAndRecord } from '../../../functions/read-and-record.ts';
import { aDealThrough, START } from '../../support/builders.ts';
import { fakePortal } from '../../support/fake-deal-source.ts';
import {
  fakeClock,
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeStatusStores,
  silentLog,
} from '../../support/fakes.ts';

const NO_LIMIT = Number.POSITIVE_INFINITY;
const OPEN = ['1', '2', '3', '4'];
const CLOSED = ['5', '6'];

/** Four open deals and two closed ones, all recorded as HubSpot has them. */
async function open() {
  const reads = [
    ...OPEN.map((dealId) => aDealThrough('new 1d, demo', { dealId })),
    ...CLOSED.map((dealId) => aDealThrough('new 1d, won', { dealId })),
  ];
  const portal = fakePortal(reads);
  const clock = fakeClock();
  const status = fakeStatusStores();
  const asked: string[] = [];
  const answers = new Map<string, DealRead>();
  const source = {
    ...portal,
    readDeals: async (ids: readonly string[]) => {
      asked.push(...ids);
      const read = await portal.readDeals(ids);
      return read.map((each) => answers.get(each.dealId) ?? each);
    },
  };
  const deps = {
    source,
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    rollupQueue: fakeQueues(clock),
    status,
    deadLetters: fakeDeadLetters(),
    clock,
    log: silentLog,
  };
  await snapshotReferences(deps);
  await readAndRecord(deps, [...OPEN, ...CLOSED], 1);
  asked.length = 0;
  return { deps, portal, answers, asked, clock, status };
}

describe('sweep', () => {
  it('reads every open deal, finds nothing where nothing was lost, and does so once a day', async () => {
    const { deps, asked, clock } = await open();
    const writes = deps.store.writes.length;

    expect(await sweep(deps, NO_LIMIT)).toMatchObject({
      finishedAt: clock.now(),
      repaired: 0,
      missing: [],
      atHubSpot: 6,
      recorded: 6,
    });
    expect(asked).toEqual(expect.arrayContaining(OPEN));
    expect(deps.store.writes).toHaveLength(writes);
    expect(await sweep(deps, NO_LIMIT)).toBeNull();
    clock.set(clock.now() + DAY_MS);
    expect(await sweep(deps, NO_LIMIT)).not.toBeNull();
  });

  it('finds a deletion that nothing told of', async () => {
    const { deps, answers } = await open();
    const deletedAt = START + 5 * DAY_MS;
    answers.set('2', { kind: 'deleted', dealId: '2', readAt: deletedAt + 1, deletedAt });

    expect(await sweep(deps, NO_LIMIT)).toMatchObject({ repaired: 1 });
    expect(await deps.store.readDeal('2')).toMatchObject({ deletedAt });
  });

  it('finds a lost change of a closed deal, and a deal that was never heard of', async () => {
    const { deps, portal } = await open();
    portal.put(aDealThrough('new 1d, won 1d, demo', { dealId: '5' }));
    portal.put(aDealThrough('new', { dealId: '99' }));

    expect(await sweep(deps, NO_LIMIT)).toMatchObject({ repaired: 2, atHubSpot: 7, recorded: 6 });
    expect(await deps.store.readDeal('5')).toMatchObject({ version: { current: { dealstage: 'demo' } } });
    expect(await deps.store.readDeal('99')).not.toBeNull();
  });

  it('counts, and never takes away, what HubSpot does not know at all', async () => {
    const { deps, answers } = await open();
    answers.set('3', { kind: 'missing', dealId: '3', readAt: START });

    expect(await sweep(deps, NO_LIMIT)).toMatchObject({ missing: ['3'] });
    expect(await deps.store.readDeal('3')).toMatchObject({ deletedAt: null });
  });

  it('has every other deal read within thirty-two days', async () => {
    const { deps, asked, clock } = await open();
    for (let day = 0; day < 32; day += 1) {
      await sweep(deps, NO_LIMIT);
      clock.set(clock.now() + DAY_MS);
    }

    expect(asked.filter((id) => id === '5')).toHaveLength(1);
    expect(asked.filter((id) => id === '6')).toHaveLength(1);
  });

  it('goes on where a run that was out of time, or died, had stopped', async () => {
    const { deps, asked, status, clock } = await open();
    let reads = 0;
    const dying = {
      ...deps.store,
      readShard: (shard: number) =>
        (reads += 1) > 100 ? Promise.reject(new Error('killed')) : deps.store.readShard(shard),
    };
    await expect(sweep({ ...deps, store: dying }, NO_LIMIT)).rejects.toThrow('killed');
    expect(await status.readSweep()).toMatchObject({ nextShard: 96, finishedAt: null });

    expect(await sweep(deps, clock.now())).toMatchObject({ nextShard: 96, finishedAt: null });
    expect(await sweep(deps, NO_LIMIT)).toMatchObject({ nextShard: 256, finishedAt: clock.now() });
    expect(new Set(asked).size).toBeGreaterThanOrEqual(OPEN.length);
  });

  it('leaves out the day of the backfill, which has just read everything', async () => {
    const { deps, status, clock } = await open();
    const progress = {
      backfillId: 'b',
      state: 'done' as const,
      startedAt: clock.now() - 1,
      finishedAt: clock.now(),
      dealsFound: 6,
      dealsRead: 6,
      waitsUntil: null,
    };
    await status.storeCheckpoint({ progress, windows: [], pendingShards: [] }, 0);

    expect(await sweep(deps, NO_LIMIT)).toBeNull();
  });
});
