import { describe, expect, it } from 'vitest';
import type { StatusStore } from '../../../functions/ports/status-store.ts';
import type { BackfillCheckpoint, SyncStore } from '../../../functions/ports/sync-store.ts';

const aCheckpoint = (dealsRead: number): BackfillCheckpoint => ({
  progress: {
    backfillId: 'backfill-1',
    state: 'running',
    startedAt: 1_780_000_000_000,
    finishedAt: null,
    dealsFound: 400,
    dealsRead,
    waitsUntil: null,
  },
  windows: [{ from: 0, to: 1_780_000_000_000, cursor: '77' }],
  pendingShards: [3, 200],
});

/** What health, reconcile and backfill rely on. */
export function statusStoreContract(make: () => Promise<StatusStore & SyncStore>): void {
  describe('StatusStore', () => {
    it('keeps the latest instant of each mark, in whatever order they come', async () => {
      const store = await make();
      expect(await store.readMarks()).toEqual({});

      await store.mark('webhook', 200);
      await store.mark('webhook', 100);
      await store.mark('rollup', 50);

      expect(await store.readMarks()).toEqual({ webhook: 200, rollup: 50 });
    });

    it('keeps the latest nightly result', async () => {
      const store = await make();
      expect(await store.readNightly()).toBeNull();

      await store.storeNightly({ at: 1, shardsBehind: 9 });
      await store.storeNightly({ at: 2, shardsBehind: 0 });

      expect(await store.readNightly()).toEqual({ at: 2, shardsBehind: 0 });
    });
  });

  describe('StatusStore, of reconcile', () => {
    it('keeps when each kind of webhook came last', async () => {
      const store = await make();
      expect(await store.readArrivals()).toEqual({});

      await store.noteArrivals({});
      await store.noteArrivals({ v3: 5, merge: 5 });
      await store.noteArrivals({ v3: 9, creation: 9 });

      expect(await store.readArrivals()).toEqual({ v3: 9, merge: 5, creation: 9 });
    });

    it('keeps what the latest run and the latest sweep found', async () => {
      const store = await make();
      expect([await store.readReconcile(), await store.readSweep()]).toEqual([null, null]);
      const result = { at: 2, previousAt: 1, checked: 3, repaired: 1, mismatches: 0, lastRepairAt: null };
      const counts = { nextShard: 16, checked: 3, repaired: 0, missing: ['7'], atHubSpot: null, recorded: null };
      const progress = { day: '2026-06-15', startedAt: 1, finishedAt: null, ...counts };
      await store.storeReconcile(result);
      await store.storeSweep(progress);

      expect(await store.readReconcile()).toEqual(result);
      expect(await store.readSweep()).toEqual(progress);
    });
  });

  describe('SyncStore', () => {
    it('gives back a checkpoint, and its progress to health', async () => {
      const store = await make();
      expect(await store.readCheckpoint()).toBeNull();
      expect(await store.readLatestBackfill()).toBeNull();

      expect(await store.storeCheckpoint(aCheckpoint(10), 0)).toBe('stored');

      expect(await store.readCheckpoint()).toEqual({ version: 1, checkpoint: aCheckpoint(10) });
      expect(await store.readLatestBackfill()).toEqual(aCheckpoint(10).progress);
    });

    it('lets only one of two runners go on', async () => {
      const store = await make();
      await store.storeCheckpoint(aCheckpoint(10), 0);

      expect(await store.storeCheckpoint(aCheckpoint(20), 1)).toBe('stored');
      expect(await store.storeCheckpoint(aCheckpoint(15), 1)).toBe('lost-race');
      expect((await store.readCheckpoint())?.checkpoint.progress.dealsRead).toBe(20);
    });

    it('never moves the watermark back', async () => {
      const store = await make();
      expect(await store.readWatermark()).toBeNull();

      await store.storeWatermark(200);
      await store.storeWatermark(100);

      expect(await store.readWatermark()).toBe(200);
    });
  });
}
