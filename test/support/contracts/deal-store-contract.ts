import { type DealRecord, eraseDeal, shardOf } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { DealStore } from '../../../functions/ports/deal-store.ts';
import { aDealThrough, aRecord, day } from '../builders.ts';

const aDeal = (dealId: string, overrides: Parameters<typeof aDealThrough>[1] = {}): DealRecord =>
  aRecord(aDealThrough('new 6d, demo 9d, offer', { dealId, ...overrides }));

/** Ids of one shard, so that a Query has something to put in order. */
const idsOfOneShard = (count: number): readonly string[] =>
  Array.from({ length: 256 * 40 }, (_, index) => String(index + 1))
    .filter((dealId) => shardOf(dealId) === shardOf('1'))
    .slice(0, count);

/** What `recordDeals`, rollup and the card rely on. */
export function dealStoreContract(make: () => Promise<DealStore>): void {
  describe('DealStore', () => {
    it('gives back a record byte for byte', async () => {
      const store = await make();
      const record = aDeal('7');

      expect(await store.storeDeal(record, 0)).toBe('stored');

      expect(JSON.stringify(await store.readDeal('7'))).toBe(JSON.stringify(record));
      expect(await store.readDeals(['7'])).toEqual(new Map([['7', { version: 1, record }]]));
      expect(await store.readShard(shardOf('7'))).toEqual([record]);
    });

    it('leaves out deals that have no record', async () => {
      const store = await make();
      await store.storeDeal(aDeal('7'), 0);

      expect(await store.readDeal('8')).toBeNull();
      expect([...(await store.readDeals(['7', '8', '7'])).keys()]).toEqual(['7']);
      expect(await store.readDeals([])).toEqual(new Map());
    });

    it('stores only on top of the version that was read', async () => {
      const store = await make();

      expect(await store.storeDeal(aDeal('7'), 1)).toBe('lost-race');
      expect(await store.storeDeal(aDeal('7'), 0)).toBe('stored');
      expect(await store.storeDeal(aDeal('7'), 0)).toBe('lost-race');
      expect(await store.storeDeal(aDeal('7'), 1)).toBe('stored');
      expect(await store.storeDeal(aDeal('7'), 1)).toBe('lost-race');
      expect((await store.readDeals(['7'])).get('7')?.version).toBe(2);
    });

    it('lets exactly one of many writers win', async () => {
      const store = await make();
      const writers = Array.from({ length: 20 }, (_, index) =>
        store.storeDeal(aDeal('7', { lastModifiedAt: day(20 + index) }), 0),
      );

      const won = (await Promise.all(writers)).filter((answer) => answer === 'stored');

      expect(won).toHaveLength(1);
    });

    it('reads more deals than fit into one request', async () => {
      const store = await make();
      const ids = Array.from({ length: 230 }, (_, index) => String(1000 + index));
      await Promise.all(ids.map((dealId) => store.storeDeal(aDeal(dealId), 0)));

      expect([...(await store.readDeals(ids)).keys()].toSorted()).toEqual(ids);
    });

    it('reads a shard in order of deal id, and no other shard', async () => {
      const store = await make();
      const ids = idsOfOneShard(12);
      const stranger = ids.includes('2') ? '3' : '2';
      await Promise.all([...ids, stranger].map((dealId) => store.storeDeal(aDeal(dealId), 0)));

      const records = await store.readShard(shardOf('1'));

      expect(records.map(({ dealId }) => dealId)).toEqual([...ids].toSorted());
    });

    it('keeps a tombstone', async () => {
      const store = await make();
      await store.storeDeal(eraseDeal('7'), 0);

      expect(await store.readDeal('7')).toEqual(eraseDeal('7'));
    });
  });
}
