import type { ChunkRef, ShardHead } from '../ports/block-store.ts';

export interface ListedChunk extends ChunkRef {
  readonly shard: number;
}

/** The chunks of a pipeline as the heads list them, in order of shard. */
export function listChunks(heads: readonly ShardHead[], pipelineId: string): readonly ListedChunk[] {
  return heads
    .toSorted((a, b) => a.shard - b.shard)
    .flatMap(({ shard, chunks }) =>
      chunks.filter((chunk) => chunk.pipelineId === pipelineId).map((chunk) => ({ shard, ...chunk })),
    );
}
