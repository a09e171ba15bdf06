import { shardOf } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackfillDeps, runBackfill } from '../../../functions/backfill/run-backfill.ts';
import { startBackfill } from '../../../functions/backfill/start-backfill.ts';
import { AppError } from '../../../functions/errors.ts';
import type { DealSource } from '../../../functions/ports/deal-source.ts';
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

const NO_LIMIT = Number.POSITIVE_INFINITY;
const FROM = Date.UTC(2026, 0, 5);
const HOUR_MS = 3_600_000;
const idsUpTo = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

function open(source: DealSource) {
  const clock = fakeClock();
  const stores = fakeStatusStores();
  const deps = {
    source,
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    rollupQueue: fakeQueues(clock),
    status: stores,
    sync: stores,
    deadLetters: fakeDeadLetters(),
    clock,
    log: silentLog,
  } satisfies BackfillDeps;
  const recorded = async () => [...(await deps.store.readDeals(idsUpTo(13_000))).keys()];
  return { deps, stores, clock, recorded };
}

/** Runs until the backfill is done, as often as that takes. */
async function untilDone(deps: BackfillDeps): Promise<number> {
  for (let run = 1; run < 200; run += 1) {
    const progress = await runBackfill(deps, NO_LIMIT).catch(() => null);
    if (progress?.state === 'done') return run;
  }
  throw new Error('The backfill is never done.');
}

/** Every port, made to die at its `at`-th call of all: before it does its work, or after it, when the answer is lost. */
function dyingAt(deps: BackfillDeps, at: number, when: 'before' | 'after'): BackfillDeps {
  let calls = 0;
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          const isLast = ++calls >= at; // The process is dead: nothing after it works either.
          if (isLast && (when === 'before' || calls > at)) throw new Error('killed');
          const answer: unknown = await Reflect.apply(member, target, args);
          if (isLast) throw new Error('killed');
          return answer;
        };
      },
    });
  const { source, store, sync, rollupQueue, reference, status } = deps;
  return {
    ...deps,
    source: dying(source),
    store: dying(store),
    sync: dying(sync),
    rollupQueue: dying(rollupQueue),
    reference: dying(reference),
    status: dying(status),
  };
}

describe('a backfill', () => {
  it('records every deal, tells rollup of every shard, and keeps what else HubSpot knows', async () => {
    const { deps, stores, clock, recorded } = open(fakePortal(someReads(450, { from: FROM, gapMs: HOUR_MS })));
    const startedAt = clock.now();
    await startBackfill(deps);

    const progress = await runBackfill(deps, NO_LIMIT);

    expect(progress).toMatchObject({ state: 'done', startedAt, dealsFound: 450, dealsRead: 450 });
    expect(await recorded()).toHaveLength(450);
    expect(deps.rollupQueue.shards.toSorted((a, b) => a - b)).toEqual(
      [...new Set(idsUpTo(450).map(shardOf))].toSorted((a, b) => a - b),
    );
    expect(await stores.readWatermark()).toBe(startedAt);
    expect((await deps.reference.readPipelines())?.pipelines.map(({ pipelineId }) => pipelineId)).toEqual([
      'sales',
      'care',
    ]);
    expect(await deps.reference.readAccount()).toMatchObject({ timeZone: 'Europe/Berlin' });
  });

  it('splits windows with many deals, and reads each deal once', async () => {
    const portal = fakePortal(someReads(5_000, { from: FROM, gapMs: 60_000 }));
    const asked: string[] = [];
    const source = {
      ...portal,
      readDeals: (ids: readonly string[]) => {
        asked.push(...ids);
        return portal.readDeals(ids);
      },
    };
    const { deps } = open(source);
    await startBackfill(deps);

    expect(await runBackfill(deps, NO_LIMIT)).toMatchObject({ state: 'done', dealsFound: 5_000, dealsRead: 5_000 });
    expect(asked).toHaveLength(5_000);
    expect(new Set(asked).size).toBe(5_000);
  });

  it('reads more deals of one millisecond than a search can page through', async () => {
    const { deps, recorded } = open(fakePortal(someReads(12_345, { from: FROM, gapMs: 0 })));
    await startBackfill(deps);

    expect(await runBackfill(deps, NO_LIMIT)).toMatchObject({ state: 'done', dealsRead: 12_345 });
    expect(await recorded()).toHaveLength(12_345);
  });

  it('loses nothing and counts right, wherever it is killed', async () => {
    const reads = someReads(1_700, { from: FROM, gapMs: 0 });
    const whole = open(fakePortal(reads));
    await startBackfill(whole.deps);
    await runBackfill(whole.deps, NO_LIMIT);

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_800 }), fc.constantFrom('before', 'after'), async (at, when) => {
        const { deps, stores } = open(fakePortal(reads));
        await startBackfill(deps);
        await runBackfill(dyingAt(deps, at, when), NO_LIMIT).catch(() => null);

        await untilDone(deps);

        expect(deps.store.dump()).toBe(whole.deps.store.dump());
        expect(await stores.readLatestBackfill()).toMatchObject({ state: 'done', dealsFound: 1_700, dealsRead: 1_700 });
        expect(new Set(deps.rollupQueue.shards)).toEqual(new Set(whole.deps.rollupQueue.shards));
        expect(await stores.readWatermark()).toBe(await whole.stores.readWatermark());
      }),
      { numRuns: 25 },
    );
  });

  it('tells rollup in the next run what the queue did not take', async () => {
    const { deps } = open(fakePortal(someReads(30, { from: FROM, gapMs: HOUR_MS })));
    await startBackfill(deps);
    const full = { sendShards: () => Promise.reject(new Error('queue down')) };
    await expect(runBackfill({ ...deps, rollupQueue: full }, NO_LIMIT)).rejects.toThrow('queue down');

    expect(await runBackfill(deps, NO_LIMIT)).toMatchObject({ state: 'done', dealsRead: 30 });
    expect(new Set(deps.rollupQueue.shards)).toEqual(new Set(idsUpTo(30).map(shardOf)));
  });

  it('finds deals whatever creation date was typed', async () => {
    const years = [1930, 1969, 1999, 2016, 2025, 2026, 2040, 2120];
    const reads = years.flatMap((year, index) =>
      someReads(1, { from: Date.UTC(year, 5, 1), gapMs: 0 }).map((read) => ({ ...read, dealId: String(index + 1) })),
    );
    const { deps } = open(fakePortal(reads));
    await startBackfill(deps);

    expect(await runBackfill(deps, NO_LIMIT)).toMatchObject({ dealsFound: years.length, dealsRead: years.length });
  });

  it('ends at its time limit and goes on in the next run', async () => {
    const portal = fakePortal(someReads(900, { from: FROM, gapMs: 0 }));
    const { deps, clock } = open(portal);
    const slow = {
      ...deps,
      source: {
        ...portal,
        searchCreated: async (...args: Parameters<DealSource['searchCreated']>) => {
          const page = await portal.searchCreated(...args);
          if (page.total > 0) clock.set(clock.now() + 1000);
          return page;
        },
      },
    };
    await startBackfill(deps);

    const stopped = await runBackfill(slow, clock.now() + 2000);

    expect(stopped).toMatchObject({ state: 'running', dealsFound: 900 });
    expect(stopped?.dealsRead).toBe(deps.store.writes.length);
    expect([200, 400]).toContain(stopped?.dealsRead);
    expect(await runBackfill(deps, NO_LIMIT)).toMatchObject({ state: 'done', dealsRead: 900 });
  });

  it('of two runs the later one goes on, and the other gives up', async () => {
    const { deps } = open(fakePortal(someReads(1_500, { from: FROM, gapMs: 0 })));
    await startBackfill(deps);

    const runs = await Promise.allSettled([runBackfill(deps, NO_LIMIT), runBackfill(deps, NO_LIMIT)]);

    expect(runs.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(runs.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await deps.sync.readCheckpoint()).toMatchObject({ checkpoint: { progress: { state: 'done' } } });
  });

  it.each([
    ['running', 'upstream-unavailable'],
    ['failed', 'internal'],
  ] as const)('is %s after a failure of the kind %s', async (state, code) => {
    const portal = fakePortal(someReads(300, { from: FROM, gapMs: 0 }));
    const source = { ...portal, readDeals: () => Promise.reject(new AppError(code, 'no')) };
    const { deps, stores } = open(source);
    await startBackfill(deps);

    await expect(runBackfill(deps, NO_LIMIT)).rejects.toMatchObject({ code });
    expect(await stores.readLatestBackfill()).toMatchObject({ state });
  });
});

describe('startBackfill', () => {
  it('does not begin a second one while one is running', async () => {
    const { deps, clock } = open(fakePortal([]));
    const first = await startBackfill(deps);
    clock.set(clock.now() + 1000);

    expect(await startBackfill(deps)).toEqual(first);
  });

  it('begins anew after one is done', async () => {
    const { deps, clock } = open(fakePortal(someReads(3, { from: FROM, gapMs: 1 })));
    const first = await startBackfill(deps);
    await runBackfill(deps, NO_LIMIT);
    clock.set(clock.now() + 1000);

    expect((await startBackfill(deps)).backfillId).not.toBe(first.backfillId);
    expect(await runBackfill(deps, NO_LIMIT)).toMatchObject({ state: 'done', dealsRead: 3 });
    expect(deps.store.writes).toHaveLength(3);
  });

  it('has nothing to go on with where none was started', async () => {
    const { deps } = open(fakePortal([]));

    expect(await runBackfill(deps, NO_LIMIT)).toBeNull();
  });
});
