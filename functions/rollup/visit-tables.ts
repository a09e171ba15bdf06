import { decodeVisitBlock, mergeVisitTables, type VisitBlock } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { BlockStore, ShardHead } from '../ports/block-store.ts';
import { listChunks } from './list-chunks.ts';

/** The visits of a pipeline as the heads list them. */
export type ReadVisitTable = (pipelineId: string, heads: readonly ShardHead[]) => Promise<VisitBlock>;

/**
 * Reads the blocks that the heads list and joins them in order of shard. Decoded blocks stay in the warm process by the
 * digest of their bytes, as long as the pipeline lists them: after a change only changed blocks are read. The joined table
 * stays as well, until a block changes.
 */
export function warmVisitTables(blockStore: Pick<BlockStore, 'readChunks'>): ReadVisitTable {
  const kept = new Map<string, ReadonlyMap<string, VisitBlock>>();
  const joined = new Map<string, { readonly digests: string; readonly table: VisitBlock }>();
  return async (pipelineId, heads) => {
    const listed = listChunks(heads, pipelineId);
    const digests = listed.map(({ digest }) => digest).join();
    const last = joined.get(pipelineId);
    if (last?.digests === digests) return last.table;
    const known = kept.get(pipelineId) ?? new Map<string, VisitBlock>();
    const missing = listed.filter(({ digest }) => !known.has(digest));
    const read = missing.length === 0 ? new Map<string, Uint8Array>() : await blockStore.readChunks(missing);
    const blocks = listed.map(({ shard, chunkId, digest }) => ({
      digest,
      block: known.get(digest) ?? decoded(read.get(chunkId), shard),
    }));
    kept.set(pipelineId, new Map(blocks.map(({ digest, block }) => [digest, block])));
    const table = mergeVisitTables(
      pipelineId,
      blocks.map(({ block }) => block),
    );
    joined.set(pipelineId, { digests, table });
    return table;
  };
}

/** A chunk goes an hour after its head moved on: these heads are old, and the next reading of them will not list it. */
function decoded(bytes: Uint8Array | undefined, shard: number): VisitBlock {
  if (bytes === undefined) throw new AppError('conflict', `A block of shard ${shard} is gone: its head moved on.`);
  return decodeVisitBlock(bytes);
}
