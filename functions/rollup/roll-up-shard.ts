import {
  countDeals,
  type DealRecord,
  encodeVisitBlock,
  type EpochMs,
  foldShard,
  type PipelineIndex,
  recordsDigest,
} from '@deal-stage-insights/shared';
import { CODE_VERSION } from '../code-version.ts';
import { AppError } from '../errors.ts';
import type { BlockStore, ChunkRef, ShardHead } from '../ports/block-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DealStore } from '../ports/deal-store.ts';
import { bytesDigest } from './bytes-digest.ts';

const TRIES = 10; // Each lost race means that another worker stored newer blocks; two workers run at a time.
const OLD_CHUNKS_KEPT_MS = 3_600_000; // A reader that still follows the head before needs seconds.

export interface RollUpShardDeps {
  readonly dealStore: Pick<DealStore, 'readShard'>;
  readonly blockStore: Pick<BlockStore, 'readHead' | 'storeHead' | 'writeChunk' | 'expireChunks'>;
  readonly clock: Clock;
}

/**
 * Makes the blocks of a shard from its records and stores them when they differ. The head is read before the records and
 * stored only while no one else has stored it: so a head never stands for records older than those of the head before.
 */
export async function rollUpShard(deps: RollUpShardDeps, shard: number, index: PipelineIndex): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const head = await deps.blockStore.readHead(shard);
    const records = await deps.dealStore.readShard(shard);
    if (isCurrent(head, records, index)) return;
    if ((await storeBlocks(deps, { shard, head, records, index })) === 'stored') return;
  }
  throw new AppError('conflict', `The blocks of shard ${shard} were stored by others ${TRIES} times in a row.`);
}

/** Whether blocks made now would be those that the head lists. A shard without records needs no head. */
export function isCurrent(head: ShardHead | null, records: readonly DealRecord[], index: PipelineIndex): boolean {
  if (head === null) return records.length === 0;
  return (
    head.codeVersion === CODE_VERSION &&
    head.stageMapDigest === index.stageMapDigest &&
    head.recordsDigest === recordsDigest(records)
  );
}

/** The shards whose blocks another version of the code made: an upgrade or a roll-back happened since. */
export function shardsOfOtherCode(heads: readonly ShardHead[]): readonly number[] {
  return heads.filter(({ codeVersion }) => codeVersion !== CODE_VERSION).map(({ shard }) => shard);
}

interface Making {
  readonly shard: number;
  readonly head: ShardHead | null;
  readonly records: readonly DealRecord[];
  readonly index: PipelineIndex;
}

interface Made {
  readonly ref: ChunkRef;
  readonly bytes: Uint8Array;
}

async function storeBlocks(deps: RollUpShardDeps, making: Making): Promise<'stored' | 'lost-race'> {
  const { blockStore, clock } = deps;
  const { shard, head, records, index } = making;
  const generation = (head?.generation ?? 0) + 1;
  const blocks = foldShard(records, index);
  const { deals, deleted } = countDeals(records);
  const before = head?.chunks ?? [];
  const made = [...blocks].map(([pipelineId, block]): Made => {
    const bytes = encodeVisitBlock(block);
    const digest = bytesDigest(bytes);
    const same = before.find((chunk) => chunk.pipelineId === pipelineId && chunk.digest === digest);
    return { ref: same ?? { pipelineId, chunkId: `${generation}.${digest}`, digest }, bytes };
  });
  const written = made.filter(({ ref }) => !before.includes(ref));
  await Promise.all(written.map(({ ref, bytes }) => blockStore.writeChunk(shard, ref.chunkId, bytes)));
  const chunks = made.map(({ ref }) => ref);
  const outcome = await blockStore.storeHead({
    shard,
    generation,
    codeVersion: CODE_VERSION,
    stageMapDigest: index.stageMapDigest,
    recordsDigest: recordsDigest(records),
    dealCount: deals,
    deletedCount: deleted,
    newestChangeAt: Math.max(0, ...[...blocks.values()].map((block) => block.newestChangeAt)),
    chunks,
  });
  const expiresAt = clock.now() + OLD_CHUNKS_KEPT_MS;
  if (outcome === 'stored') await expireUnlisted(blockStore, { shard, candidates: before, listed: chunks, expiresAt });
  else {
    const winner = await blockStore.readHead(shard);
    const candidates = written.map(({ ref }) => ref);
    await expireUnlisted(blockStore, { shard, candidates, listed: winner?.chunks ?? [], expiresAt });
  }
  return outcome;
}

interface Expiry {
  readonly shard: number;
  readonly candidates: readonly ChunkRef[];
  readonly listed: readonly ChunkRef[];
  readonly expiresAt: EpochMs;
}

async function expireUnlisted(blockStore: Pick<BlockStore, 'expireChunks'>, expiry: Expiry): Promise<void> {
  const listed = new Set(expiry.listed.map(({ chunkId }) => chunkId));
  const gone = expiry.candidates.map(({ chunkId }) => chunkId).filter((chunkId) => !listed.has(chunkId));
  if (gone.length > 0) await blockStore.expireChunks(expiry.shard, gone, expiry.expiresAt);
}
