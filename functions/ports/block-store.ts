import type { EpochMs } from '@deal-stage-insights/shared';

/** What the visit blocks of one shard are: readers follow heads only, so a deal is never in two pipelines or in none. */
export interface ShardHead {
  readonly shard: number;
  /** Raised by one with each store; the condition of the next. */
  readonly generation: number;
  /** Version of the code that folded the blocks. */
  readonly codeVersion: string;
  /** Digest of the map of stages to pipelines that the fold went by: a stage added or moved at HubSpot makes blocks stale. */
  readonly stageMapDigest: string;
  /** Digest of the records the blocks were made from: what the nightly comparison holds against the shard. */
  readonly recordsDigest: string;
  readonly dealCount: number;
  /** How many of `dealCount` are deleted at HubSpot: they are in no figure, and health shows the count. */
  readonly deletedCount: number;
  readonly newestChangeAt: EpochMs;
  readonly chunks: readonly ChunkRef[];
}

export interface ChunkRef {
  readonly pipelineId: string;
  /** Carries generation and digest, so no later write changes what a head points at. Kept by later heads while the bytes stay the same. */
  readonly chunkId: string;
  /** Digest of the bytes before compression. */
  readonly digest: string;
}

export interface BlockStore {
  /** Strongly consistent. */
  readHead(shard: number): Promise<ShardHead | null>;
  /** All heads: one strongly consistent Query, because rollup judges by it whether a report it stored is still current. */
  readHeads(): Promise<readonly ShardHead[]>;
  /** Stores when the stored generation still is `head.generation - 1` (or there is none). */
  storeHead(head: ShardHead): Promise<'stored' | 'lost-race'>;
  /** Bytes before compression; the adapter compresses and splits into items. */
  writeChunk(shard: number, chunkId: string, bytes: Uint8Array): Promise<void>;
  readChunks(
    refs: readonly { readonly shard: number; readonly chunkId: string }[],
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Lets old chunks expire some time after their head moved on. */
  expireChunks(shard: number, chunkIds: readonly string[], at: EpochMs): Promise<void>;
}
