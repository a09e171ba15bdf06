import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BlockStore, ShardHead } from '../../../functions/ports/block-store.ts';
import type { FakeClock } from '../fakes.ts';

const aHead = (overrides: Partial<ShardHead> = {}): ShardHead => ({
  shard: 7,
  generation: 1,
  codeVersion: '1',
  stageMapDigest: 'map',
  recordsDigest: 'records',
  dealCount: 3,
  deletedCount: 1,
  newestChangeAt: 1_780_000_000_123,
  chunks: [{ pipelineId: 'default', chunkId: '1-abc', digest: 'abc' }],
  ...overrides,
});

const sorted = (heads: readonly ShardHead[]) => heads.map(({ shard }) => shard);

/** What rollup, the nightly comparison and the readers of blocks rely on. */
export function blockStoreContract(make: () => Promise<{ store: BlockStore; clock: FakeClock }>): void {
  describe('BlockStore', () => {
    it('gives back a head as it was stored', async () => {
      const { store } = await make();

      expect(await store.readHead(7)).toBeNull();
      expect(await store.storeHead(aHead())).toBe('stored');
      expect(await store.readHead(7)).toEqual(aHead());
    });

    it('stores a head only as the next generation', async () => {
      const { store } = await make();

      expect(await store.storeHead(aHead({ generation: 2 }))).toBe('lost-race');
      expect(await store.storeHead(aHead())).toBe('stored');
      expect(await store.storeHead(aHead())).toBe('lost-race');
      expect(await store.storeHead(aHead({ generation: 2, dealCount: 9 }))).toBe('stored');
      expect((await store.readHead(7))?.dealCount).toBe(9);
    });

    it('reads all heads in order of shard', async () => {
      const { store } = await make();
      const shards = Array.from({ length: 256 }, (_, shard) => shard);
      await Promise.all(shards.toReversed().map((shard) => store.storeHead(aHead({ shard }))));

      expect(sorted(await store.readHeads())).toEqual(shards);
    });

    it('gives back the bytes of chunks, however long', async () => {
      const { store } = await make();
      const chunks = new Map([
        ['empty', new Uint8Array()],
        ['small', Uint8Array.from([1, 2, 3])],
        ['large', new Uint8Array(randomBytes(800_000))], // Noise: cannot be compressed, so it needs three items.
      ]);
      for (const [chunkId, bytes] of chunks) await store.writeChunk(7, chunkId, bytes);

      const read = await store.readChunks([...chunks.keys()].map((chunkId) => ({ shard: 7, chunkId })));

      for (const [chunkId, bytes] of chunks) expect(Buffer.compare(read.get(chunkId)!, bytes), chunkId).toBe(0);
    });

    it('leaves out chunks that are not there', async () => {
      const { store } = await make();
      await store.writeChunk(7, 'a', Uint8Array.from([1]));

      const read = await store.readChunks([
        { shard: 8, chunkId: 'a' },
        { shard: 7, chunkId: 'b' },
      ]);

      expect(read.size).toBe(0);
    });

    it('reads chunks until their time is over, also where the engine still has them', async () => {
      const { store, clock } = await make();
      const refs = [{ shard: 7, chunkId: 'old' }];
      const [now, hour] = [clock.now(), 3_600_000];
      await store.writeChunk(7, 'old', new Uint8Array(randomBytes(400_000)));
      await store.expireChunks(7, ['old', 'never written'], now + hour);

      expect((await store.readChunks(refs)).size).toBe(1);
      clock.set(now + hour + 1000);
      expect((await store.readChunks(refs)).size).toBe(0);
      expect((await store.readChunks([{ shard: 7, chunkId: 'never written' }])).size).toBe(0);
    });
  });
}
