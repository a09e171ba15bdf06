import { DAY_MS, shardOf } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { FrozenShard, FrozenStore, FrozenTotals } from '../../../functions/ports/frozen-store.ts';
import type { FakeClock } from '../fakes.ts';

const chanceOf = (dealId: string, forecast: number | null = 0.31) => ({
  pipelineId: 'sales',
  dealId,
  stageId: 'demo',
  forecast,
  stageRate: 0.2,
  typed: null,
});
const headOf = (day: string) => ({ day, at: Date.parse(day), horizonDays: 30, modelVersion: '1' });
const shardOn = (day: string, shard: number, ...chances: FrozenShard['chances']): FrozenShard => ({
  ...headOf(day),
  shard,
  chances,
});
const totalsOn = (day: string, mean = 1000): FrozenTotals => ({
  ...headOf(day),
  totals: [{ pipelineId: 'sales', said: { mean, p10: 800, p50: 990, p90: 1300 } }],
});

/** What was said stays as it was said. */
export function frozenStoreContract(
  make: () => Promise<{ readonly store: FrozenStore; readonly clock: FakeClock }>,
): void {
  describe('FrozenStore', () => {
    it('gives back what was said on a day, in order of shard, and the totals of days apart from it', async () => {
      const { store } = await make();
      const shards = [
        shardOn('2026-03-02', 7, chanceOf('1'), chanceOf('2', null)),
        shardOn('2026-03-02', 200, chanceOf('3')),
      ];
      for (const shard of shards.toReversed()) expect(await store.freezeShard(shard)).toBe('stored');
      await store.freezeShard(shardOn('2026-03-03', 7, chanceOf('1')));
      await store.freezeTotals(totalsOn('2026-03-02'));
      await store.freezeTotals(totalsOn('2026-03-03', 2000));

      expect(await store.readShards('2026-03-02')).toEqual(shards);
      expect(await store.readShards('2026-03-04')).toEqual([]);
      expect(await store.readTotals(['2026-03-02', '2026-03-04'])).toEqual([totalsOn('2026-03-02')]);
    });

    it('keeps what was said first', async () => {
      const { store } = await make();
      await store.freezeShard(shardOn('2026-03-02', 7, chanceOf('1', 0.1)));
      await store.freezeTotals(totalsOn('2026-03-02', 1));

      expect(await store.freezeShard(shardOn('2026-03-02', 7, chanceOf('1', 0.9)))).toBe('stands');
      expect(await store.freezeTotals(totalsOn('2026-03-02', 2))).toBe('stands');

      expect((await store.readShards('2026-03-02'))[0]?.chances[0]?.forecast).toBe(0.1);
      expect((await store.readTotals(['2026-03-02']))[0]?.totals[0]?.said.mean).toBe(1);
    });

    it('takes an erased deal out of all that was said, and leaves the others of its shard', async () => {
      const { store } = await make();
      const shard = shardOf('1');
      const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
      await store.freezeShard(shardOn('2026-03-02', shard, chanceOf('1'), chanceOf('2')));
      await store.freezeShard(shardOn('2026-03-03', shard, chanceOf('2')));

      expect(await store.forgetDeal('1', days)).toBe(1);
      expect(await store.forgetDeal('1', days)).toBe(0);

      const left = await Promise.all(days.map((day) => store.readShards(day)));
      expect(left.flat().flatMap(({ chances }) => chances.map(({ dealId }) => dealId))).toEqual(['2', '2']);
    });
  });
}

/** After 400 days nobody needs it any more. */
export function frozenStoreExpires(
  make: () => Promise<{ readonly store: FrozenStore; readonly clock: FakeClock }>,
): void {
  it('FrozenStore keeps what was said for 400 days', async () => {
    const { store, clock } = await make();
    await store.freezeShard(shardOn('2026-03-02', 7, chanceOf('1')));
    await store.freezeTotals(totalsOn('2026-03-02'));

    clock.set(Date.parse('2026-03-02') + 400 * DAY_MS - 1000);
    expect(await store.readShards('2026-03-02')).toHaveLength(1);
    clock.set(Date.parse('2026-03-02') + 400 * DAY_MS + 1000);
    expect(await store.readShards('2026-03-02')).toEqual([]);
    expect(await store.readTotals(['2026-03-02'])).toEqual([]);
  });
}
