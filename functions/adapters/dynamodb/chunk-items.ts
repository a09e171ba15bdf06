import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EpochMs } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { BlockStore } from '../../ports/block-store.ts';
import { compress, decompress } from './compression.ts';
import { getItems, orLostRace, parseItem, putItem } from './items.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const PART_BYTES = 350_000; // An item holds at most 400 KB, its names included.

/** Each part says how many there are: a reader fetches first parts, then whatever else there is. */
const partSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  parts: z.int().check(z.minimum(1)),
  brotli: z.instanceof(Uint8Array),
});
type Part = z.output<typeof partSchema>;

/** Chunks: compressed, and split where they would not fit into an item. */
export function chunkItems(table: Table): Pick<BlockStore, 'writeChunk' | 'readChunks' | 'expireChunks'> {
  const { chunkPart } = table.keys;
  return {
    async writeChunk(shard, chunkId, bytes) {
      const brotli = await compress(bytes);
      const parts = Math.max(1, Math.ceil(brotli.length / PART_BYTES));
      const partItem = (part: number) => ({
        ...chunkPart(shard, chunkId, part),
        parts,
        brotli: brotli.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
      });
      await Promise.all(Array.from({ length: parts }, (_, part) => putItem(table, partItem(part))));
    },

    async readChunks(refs) {
      const firsts = await readParts(
        table,
        refs.map(({ shard, chunkId }) => chunkPart(shard, chunkId, 0)),
      );
      const keysOf = ({ shard, chunkId }: { readonly shard: number; readonly chunkId: string }): Key[] => {
        const parts = firsts.get(idOf(chunkPart(shard, chunkId, 0)))?.parts ?? 0;
        return Array.from({ length: parts }, (_, part) => chunkPart(shard, chunkId, part));
      };
      const rest = await readParts(
        table,
        refs.flatMap((ref) => keysOf(ref).slice(1)),
      );
      const entries = refs.map(async (ref): Promise<[string, Uint8Array] | null> => {
        const parts = keysOf(ref).map((key) => firsts.get(idOf(key)) ?? rest.get(idOf(key)));
        if (parts.length === 0 || parts.includes(undefined)) return null;
        return [ref.chunkId, await decompress(Buffer.concat(parts.flatMap((part) => part?.brotli ?? [])))];
      });
      return new Map((await Promise.all(entries)).filter((entry) => entry !== null));
    },

    async expireChunks(shard, chunkIds, at) {
      await Promise.all(
        chunkIds.map(async (chunkId) => {
          const parts = await expirePart(table, chunkPart(shard, chunkId, 0), at);
          await Promise.all(
            Array.from({ length: parts - 1 }, (_, index) =>
              expirePart(table, chunkPart(shard, chunkId, index + 1), at),
            ),
          );
        }),
      );
    },
  };
}

async function readParts(table: Table, keys: readonly Key[]): Promise<ReadonlyMap<string, Part>> {
  const items = await getItems(table, keys, { isConsistent: true });
  return new Map(items.map((item) => [idOf(item), parseItem(partSchema, item)]));
}

/** Answers how many parts the chunk has; 1 when it is gone already. */
async function expirePart(table: Table, key: Key, at: EpochMs): Promise<number> {
  let parts = 1;
  const update = table.client
    .send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        // `parts` is set to itself: that is how an update answers it without answering all the bytes.
        UpdateExpression: 'SET expiresAt = :at, parts = parts',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': Math.ceil(at / 1000) },
        ReturnValues: 'UPDATED_NEW',
      }),
    )
    .then(({ Attributes }) => {
      parts = z.object({ parts: z.int() }).parse(Attributes).parts;
    });
  await orLostRace(update);
  return parts;
}

const idOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
