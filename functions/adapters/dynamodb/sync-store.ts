import * as z from 'zod/mini';
import type { SyncStore } from '../../ports/sync-store.ts';
import { checkpointSchema } from './checkpoint-schema.ts';
import { getItem, parseItem, putItemAfter, raiseInstant } from './items.ts';
import type { Table } from './table.ts';

const watermarkSchema = z.object({ at: z.number() });

export function dynamoSyncStore(table: Table): SyncStore {
  const { keys } = table;
  return {
    async readCheckpoint() {
      const item = await getItem(table, keys.status('backfill'), { isConsistent: true });
      return item === null ? null : parseItem(checkpointSchema, item);
    },

    storeCheckpoint(checkpoint, expectedVersion) {
      const item = { ...keys.status('backfill'), version: expectedVersion + 1, checkpoint };
      return putItemAfter(table, item, { counter: 'version', expected: expectedVersion });
    },

    async readWatermark() {
      const item = await getItem(table, keys.status('watermark'), { isConsistent: true });
      return item === null ? null : parseItem(watermarkSchema, item).at;
    },

    storeWatermark: (at) => raiseInstant(table, keys.status('watermark'), { name: 'at', at }),
  };
}
