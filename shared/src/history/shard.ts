import { finish } from './digest.ts';

/** Fixed for good: the shard is the partition key of every stored deal. */
export const SHARD_COUNT = 256;

/**
 * The shard of a deal, 0–255: FNV-1a of the id's UTF-16 units, 32 bits, mixed once more, lowest byte.
 * Never change it: stored deals would no longer be found.
 * @example shardOf('1000000001') // always the same number
 */
export function shardOf(dealId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < dealId.length; index += 1) {
    hash = Math.imul(hash ^ dealId.charCodeAt(index), 0x01000193);
  }
  return finish(hash) & (SHARD_COUNT - 1);
}
