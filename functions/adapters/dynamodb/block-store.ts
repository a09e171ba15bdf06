import * as z from 'zod/mini';
import type { BlockStore, ShardHead } from '../../ports/block-store.ts';
import { chunkItems } from './chunk-items.ts';
import { getItem, parseItem, putItemAfter, queryItems } from './items.ts';
import type { Table } from './table.ts';

const headSchema: z.ZodMiniType<ShardHead> = z.object({
  shard: z.int(),
  generation: z.int().check(z.minimum(1)),
  codeVersion: z.string(),
  stageMapDigest: z.string(),
  recordsDigest: z.string(),
  dealCount: z.int(),
  deletedCount: z.int(),
  newestChangeAt: z.number(),
  chunks: z.array(z.object({ pipelineId: z.string(), chunkId: z.string(), digest: z.string() })),
});

export function dynamoBlockStore(table: Table): BlockStore {
  const { keys } = table;
  return {
    ...chunkItems(table),

    async readHead(shard) {
      const item = await getItem(table, keys.head(shard), { isConsistent: true });
      return item === null ? null : parseItem(headSchema, item);
    },

    async readHeads() {
      const items = await queryItems(table, keys.heads, { isConsistent: true });
      return items.map((item) => parseItem(headSchema, item));
    },

    storeHead(head) {
      const item = { ...keys.head(head.shard), ...head };
      return putItemAfter(table, item, { counter: 'generation', expected: head.generation - 1 });
    },
  };
}
