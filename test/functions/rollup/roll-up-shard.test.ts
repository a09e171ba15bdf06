import { pipelineIndex, shardOf } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { BlockStore } from '../../../functions/ports/block-store.ts';
import { rollUpShard } from '../../../functions/rollup/roll-up-shard.ts';
import { aDealThrough, CARE, SALES, somePipeline } from '../../support/builders.ts';
import { rollupHost } from './rollup-host.ts';

const SHARD = shardOf('1001');
const INDEX = pipelineIndex([SALES, CARE]);
const HOUR_MS = 3_600_000;
/** Another deal of the same shard. */
const NEIGHBOUR = Array.from({ length: 5000 }, (_, id) => String(id)).find((id) => shardOf(id) === SHARD) ?? '';

type Host = Awaited<ReturnType<typeof rollupHost>>;

const chunksOf = async (host: Host) => (await host.blockStore.readHead(SHARD))?.chunks ?? [];

/** The store, with something that happens once, just before a head is stored. */
function interrupted(blockStore: BlockStore, before: () => Promise<unknown>): BlockStore {
  let isDone = false;
  return {
    ...blockStore,
    async storeHead(head) {
      if (!isDone) {
        isDone = true;
        await before();
      }
      return blockStore.storeHead(head);
    },
  };
}

describe('rollUpShard', () => {
  it('writes nothing when the blocks are those of the records already', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new 3d, demo'));
    await rollUpShard(host.deps, SHARD, INDEX);
    const before = host.blockStore.dump();

    await rollUpShard(host.deps, SHARD, INDEX);

    expect(host.blockStore.dump()).toBe(before);
  });

  it('makes no head for a shard without records', async () => {
    const host = await rollupHost();

    await rollUpShard(host.deps, SHARD, INDEX);

    expect(await host.blockStore.readHead(SHARD)).toBeNull();
  });

  it('keeps the chunk of a pipeline whose bytes stayed the same', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new 3d, demo'));
    await host.record(aDealThrough('welcome', { dealId: NEIGHBOUR }));
    await rollUpShard(host.deps, SHARD, INDEX);
    const before = await chunksOf(host);

    await host.record(aDealThrough('welcome 2d, review', { dealId: NEIGHBOUR }));
    await rollUpShard(host.deps, SHARD, INDEX);

    const after = await chunksOf(host);
    expect(after.find(({ pipelineId }) => pipelineId === 'sales')).toEqual(
      before.find(({ pipelineId }) => pipelineId === 'sales'),
    );
    expect(after.find(({ pipelineId }) => pipelineId === 'care')).not.toEqual(
      before.find(({ pipelineId }) => pipelineId === 'care'),
    );
  });

  it('begins again when another worker stored newer blocks in between, and so keeps the newer record', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new'));
    const blockStore = interrupted(host.blockStore, async () => {
      await host.record(aDealThrough('new 3d, demo'));
      await rollUpShard(host.deps, SHARD, INDEX);
    });

    await rollUpShard({ ...host.deps, blockStore }, SHARD, INDEX);

    const straight = await rollupHost();
    await straight.record(aDealThrough('new'));
    await straight.record(aDealThrough('new 3d, demo'));
    await rollUpShard(straight.deps, SHARD, INDEX);
    expect(await host.visible()).toBe(await straight.visible());
  });

  it('lets the chunks that no head lists any more expire, but not while a reader may still follow the head before', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new'));
    await rollUpShard(host.deps, SHARD, INDEX);
    const old = (await chunksOf(host)).map(({ chunkId }) => ({ shard: SHARD, chunkId }));

    await host.record(aDealThrough('new 3d, demo'));
    await rollUpShard(host.deps, SHARD, INDEX);

    expect((await host.blockStore.readChunks(old)).size).toBe(1);
    host.clock.set(host.clock.now() + HOUR_MS);
    expect((await host.blockStore.readChunks(old)).size).toBe(0);
    await expect(host.visible()).resolves.toContain('"sales"');
  });

  it('never lets a chunk expire that the winner of a race lists as well', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new'));
    const blockStore = interrupted(host.blockStore, () => rollUpShard(host.deps, SHARD, INDEX));

    await rollUpShard({ ...host.deps, blockStore }, SHARD, INDEX);

    host.clock.set(host.clock.now() + HOUR_MS);
    await expect(host.visible()).resolves.toContain('"sales"');
  });

  it('lets the chunks of a lost race expire', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new'));
    const written: string[] = [];
    const watched = interrupted(host.blockStore, async () => {
      await host.record(aDealThrough('new 3d, demo'));
      await rollUpShard(host.deps, SHARD, INDEX);
    });
    const blockStore: BlockStore = {
      ...watched,
      async writeChunk(shard, chunkId, bytes) {
        written.push(chunkId);
        await watched.writeChunk(shard, chunkId, bytes);
      },
    };

    await rollUpShard({ ...host.deps, blockStore }, SHARD, INDEX);
    host.clock.set(host.clock.now() + HOUR_MS);

    expect(written).not.toEqual([]);
    const left = await host.blockStore.readChunks(written.map((chunkId) => ({ shard: SHARD, chunkId })));
    expect(left.size).toBe(0);
  });

  it('makes blocks again when a stage belongs to another pipeline now', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new 3d, demo'));
    await rollUpShard(host.deps, SHARD, INDEX);

    await rollUpShard(host.deps, SHARD, pipelineIndex([somePipeline('other', 'new, demo')]));

    expect((await chunksOf(host)).map(({ pipelineId }) => pipelineId)).toEqual(['other']);
  });

  it('counts deleted deals apart', async () => {
    const host = await rollupHost();
    await host.record(aDealThrough('new'));
    await host.record(aDealThrough('new', { dealId: NEIGHBOUR }));
    const deletedAt = host.clock.now();
    await host.record({ kind: 'deleted', dealId: NEIGHBOUR, readAt: deletedAt, deletedAt });

    await rollUpShard(host.deps, SHARD, INDEX);

    expect(await host.blockStore.readHead(SHARD)).toMatchObject({ dealCount: 2, deletedCount: 1 });
  });
});
