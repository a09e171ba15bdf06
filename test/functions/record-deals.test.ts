import { type DealRead, shardOf } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealStore } from '../../functions/ports/deal-store.ts';
import { recordDeals } from '../../functions/record-deals.ts';
import { anyDeals } from '../support/arbitraries.ts';
import { aDealRead, aDealThrough, aRecord, day } from '../support/builders.ts';
import { fakeDealStore, fakeQueues } from '../support/fakes.ts';

/** Records every batch of reads on its own, one after the other. */
async function recordInOrder(batches: readonly (readonly DealRead[])[]): Promise<string> {
  const store = fakeDealStore();
  for (const reads of batches) await recordDeals({ store, rollupQueue: fakeQueues() }, reads);
  return store.dump();
}

/** A store that fails where the script says so: before a write, or after it (the answer is lost). */
function failing(store: DealStore, script: readonly ('works' | 'dies before' | 'dies after')[]): DealStore {
  let writes = 0;
  return {
    ...store,
    async storeDeal(record, version) {
      const fate = script[writes++] ?? 'works';
      if (fate === 'dies before') throw new Error('killed');
      const answer = await store.storeDeal(record, version);
      if (fate === 'dies after') throw new Error('killed');
      return answer;
    },
  };
}

describe('recordDeals', () => {
  it('writes what is new, under the next version', async () => {
    const store = fakeDealStore();
    const first = aDealThrough('new 3d, demo');
    const second = aDealThrough('new 3d, demo 4d, offer');

    expect(await recordDeals({ store, rollupQueue: fakeQueues() }, [first])).toEqual({ changed: 1, repaired: 1 });
    expect(await recordDeals({ store, rollupQueue: fakeQueues() }, [second])).toMatchObject({ changed: 1 });

    expect((await store.readDeals([first.dealId])).get(first.dealId)).toEqual({
      version: 2,
      record: aRecord(first, second),
    });
  });

  it('writes nothing for a repeat, and tells rollup of the shard all the same', async () => {
    const [store, queues] = [fakeDealStore(), fakeQueues()];
    const read = aDealThrough('new 3d, demo');
    await recordDeals({ store, rollupQueue: queues }, [read]);

    expect(await recordDeals({ store, rollupQueue: queues }, [{ ...read, readAt: read.readAt + 1 }])).toEqual({
      changed: 0,
      repaired: 0,
    });

    expect(store.writes).toHaveLength(1);
    expect(queues.shards).toEqual([shardOf(read.dealId), shardOf(read.dealId)]);
  });

  it('makes no record of a deal that nobody knows', async () => {
    const store = fakeDealStore();
    await recordDeals({ store, rollupQueue: fakeQueues() }, [{ kind: 'missing', dealId: '5', readAt: day(1) }]);

    expect(store.dump()).toBe('');
  });

  it('joins several reads of one deal in one write', async () => {
    const store = fakeDealStore();
    const reads = [aDealThrough('new 3d, demo'), aDealThrough('new 3d, demo 4d, offer')];
    await recordDeals({ store, rollupQueue: fakeQueues() }, reads);

    expect(store.writes).toEqual([aRecord(...reads)]);
  });

  it('tells rollup only after the records are stored', async () => {
    const store = fakeDealStore();
    const seen: number[] = [];
    const rollupQueue = { sendShards: async () => void seen.push(store.writes.length) };
    await recordDeals({ store, rollupQueue }, [aDealRead({ dealId: '1' }), aDealRead({ dealId: '2' })]);

    expect(seen).toEqual([2]);
  });

  it('gives the same records in any order, with any repeats and splits', async () => {
    const scenario = anyDeals.chain((deals) => {
      const reads = deals.flat();
      const batches = fc.array(fc.array(fc.nat(Math.max(0, reads.length - 1)), { maxLength: 6 }), { maxLength: 6 });
      return fc.record({
        reads: fc.constant(reads),
        order: fc.shuffledSubarray(reads, { minLength: reads.length }),
        batches,
      });
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ reads, order, batches }) => {
        const repeats = batches.map((indices) => indices.flatMap((index) => reads[index] ?? []));
        const split = order.map((read) => [read]);

        expect(await recordInOrder([...repeats, ...split])).toBe(await recordInOrder([reads]));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same records when workers race, die and try again', async () => {
    const fate = fc.constantFrom('works', 'works', 'dies before', 'dies after');
    await fc.assert(
      fc.asyncProperty(
        anyDeals,
        fc.array(fate, { maxLength: 12 }),
        fc.scheduler(),
        fc.nat(3),
        async (deals, script, scheduler, extra) => {
          const store = fakeDealStore();
          const slow: DealStore = {
            ...store,
            readDeals: (ids) => scheduler.schedule(store.readDeals(ids)),
            storeDeal: scheduler.scheduleFunction((record, version) => store.storeDeal(record, version)),
          };
          const deps = { store: failing(slow, script), rollupQueue: fakeQueues() };
          const untilDone = async (reads: readonly DealRead[]): Promise<void> => {
            await recordDeals(deps, reads).catch(() => untilDone(reads));
          };
          // Two workers a deal, each with a part of what there is to know of it.
          const parts = deals.flatMap((reads) => [
            reads.slice(extra),
            reads.slice(0, extra),
            reads.slice(0, extra + 1),
          ]);
          const workers = parts.map(untilDone);

          await scheduler.waitFor(Promise.all(workers));

          expect(store.dump()).toBe(await recordInOrder([deals.flat()]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sends the shard of a record whose writer died before it could', async () => {
    const [store, queues] = [fakeDealStore(), fakeQueues()];
    const read = aDealRead();
    const dying = { sendShards: () => Promise.reject(new Error('killed')) };
    await expect(recordDeals({ store, rollupQueue: dying }, [read])).rejects.toThrow('killed');

    await recordDeals({ store, rollupQueue: queues }, [read]);

    expect(queues.shards).toEqual([shardOf(read.dealId)]);
  });
});
