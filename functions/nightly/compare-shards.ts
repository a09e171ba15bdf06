import { type PipelineIndex, SHARD_COUNT } from '@deal-stage-insights/shared';
import { concurrently } from '../concurrently.ts';
import type { BlockStore } from '../ports/block-store.ts';
import type { DealStore } from '../ports/deal-store.ts';
import { isCurrent } from '../rollup/roll-up-shard.ts';

const SHARDS_AT_ONCE = 4; // A shard is read whole: this bounds memory.

export interface CompareDeps {
  readonly dealStore: Pick<DealStore, 'readShard'>;
  readonly blockStore: Pick<BlockStore, 'readHead'>;
}

/** The shards whose blocks are not those that their records, today's stage map and this version of the code would give. */
export async function shardsBehind(deps: CompareDeps, index: PipelineIndex): Promise<readonly number[]> {
  const behind: number[] = [];
  const shards = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
  await concurrently(shards, SHARDS_AT_ONCE, async (shard) => {
    const head = await deps.blockStore.readHead(shard);
    if (!isCurrent(head, await deps.dealStore.readShard(shard), index)) behind.push(shard);
  });
  return behind.toSorted((a, b) => a - b);
}
