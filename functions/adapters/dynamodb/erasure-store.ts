import { QueryCommand, type QueryCommandInput, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ErasureStore, KeptErasure } from '../../ports/erasure-store.ts';
import { dynamoBlockStore } from './block-store.ts';
import { deleteItem, getItem, parseItem, putItem, queryItems } from './items.ts';
import { type Key, keyParts } from './keys.ts';
import type { Table } from './table.ts';

const DELETES_AT_ONCE = 25;

const erasureSchema: z.ZodMiniType<KeptErasure> = z.object({
  scope: z.enum(['deal', 'user', 'portal']),
  dealId: z.nullable(z.string()),
  askedAt: z.number(),
  askedByUserId: z.string(),
  finishedAt: z.nullable(z.number()),
  itemsRemoved: z.int(),
  cleanSince: z.nullable(z.number()),
});

const keySchema = z.object({ pk: z.string(), sk: z.string() });

export function dynamoErasureStore(table: Table): ErasureStore {
  const { keys } = table;
  const keyOf = ({ dealId }: Pick<KeptErasure, 'dealId'>): Key =>
    dealId === null ? keys.portalErasure : keys.dealErasure(dealId);
  return {
    async read(of) {
      const item = await getItem(table, keyOf(of), { isConsistent: true });
      return item === null ? null : parseItem(erasureSchema, item);
    },
    store: (erasure) => putItem(table, { ...keyOf(erasure), ...erasure }),
    expire: (erasure, at) => putItem(table, { ...keyOf(erasure), ...erasure, expiresAt: Math.ceil(at / 1000) }),

    async list() {
      const items = await queryItems(table, keys.erasures, { isConsistent: true });
      return items.map((item) => parseItem(erasureSchema, item));
    },

    async removeOldChunks(shard) {
      const head = await dynamoBlockStore(table).readHead(shard);
      if (head === null) return 0;
      const listed = new Set(head.chunks.map(({ chunkId }) => chunkId));
      // A chunk of a later generation may be about to be listed; one of this or an earlier one never will be.
      const isOld = (key: Key): boolean => {
        const chunkId = keyParts(key)[3] ?? '';
        return !listed.has(chunkId) && Number.parseInt(chunkId, 10) <= head.generation;
      };
      const old = (await chunkKeys(table, shard)).filter(isOld);
      await Promise.all(old.map((key) => deleteItem(table, key)));
      return old.length;
    },

    async removeAll(until) {
      let removed = 0;
      let start: ScanCommandInput['ExclusiveStartKey'];
      do {
        if (table.clock.now() >= until) return { removed, isAll: false };
        const page = await table.client.send(new ScanCommand({ ...everyKey(table), ExclusiveStartKey: start }));
        const found = z.array(keySchema).parse(page.Items ?? []);
        const doomed = found.filter(({ pk, sk }) => pk !== keys.portalErasure.pk || sk !== keys.portalErasure.sk);
        for (let from = 0; from < doomed.length; from += DELETES_AT_ONCE)
          await Promise.all(doomed.slice(from, from + DELETES_AT_ONCE).map((key) => deleteItem(table, key)));
        removed += doomed.length;
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      return { removed, isAll: true };
    },
  };
}

async function chunkKeys(table: Table, shard: number): Promise<readonly Key[]> {
  const found: unknown[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': table.keys.chunksOf(shard) },
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    found.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return z.array(keySchema).parse(found);
}

/** The one scan of the product: whatever a later version keeps as well is found by it, too. */
const everyKey = ({ name, keys }: Table): ScanCommandInput => ({
  TableName: name,
  FilterExpression: 'begins_with(pk, :account)',
  ExpressionAttributeValues: { ':account': keys.account },
  ProjectionExpression: 'pk, sk',
  ConsistentRead: true,
});
