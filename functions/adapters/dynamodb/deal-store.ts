import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type DealRecord, decodeDealRecord, encodeDealRecord, shardOf } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { DealStore, StoredDeal } from '../../ports/deal-store.ts';
import { getItem, getItems, type Item, parseItem, putItemAfter, queryItems, unreadable } from './items.ts';
import { keyParts } from './keys.ts';
import type { Table } from './table.ts';

/** The record as JSON, compressed: a typical deal takes 2 KB as text and 0.6 KB so, for 30 µs of work. Each KB costs a write unit. */
const dealItemSchema = z.object({ version: z.int().check(z.minimum(1)), deflated: z.instanceof(Uint8Array) });

export function dynamoDealStore(table: Table): DealStore {
  const keyOf = (dealId: string) => table.keys.deal(shardOf(dealId), dealId);
  return {
    async readDeals(dealIds) {
      const items = await getItems(table, [...new Set(dealIds)].map(keyOf), { isConsistent: true });
      return new Map(items.map(toStoredDeal).map((stored) => [stored.record.dealId, stored]));
    },

    async readDeal(dealId) {
      const item = await getItem(table, keyOf(dealId), { isConsistent: false });
      return item === null ? null : toStoredDeal(item).record;
    },

    storeDeal(record, expectedVersion) {
      const item = {
        ...keyOf(record.dealId),
        version: expectedVersion + 1,
        deflated: deflateRawSync(JSON.stringify(encodeDealRecord(record))),
      };
      return putItemAfter(table, item, { counter: 'version', expected: expectedVersion });
    },

    async readShard(shard) {
      const items = await queryItems(table, table.keys.dealsOf(shard), { isConsistent: true });
      return items.map((item) => toStoredDeal(item).record);
    },
  };
}

function toStoredDeal(item: Item): StoredDeal {
  const { version, deflated } = parseItem(dealItemSchema, item);
  return { version, record: recordIn(item, deflated) };
}

function recordIn(item: Item, deflated: Uint8Array): DealRecord {
  try {
    return decodeDealRecord(JSON.parse(inflateRawSync(deflated).toString('utf8')), keyParts(item).at(-1) ?? '');
  } catch (cause) {
    throw unreadable(item, cause);
  }
}
