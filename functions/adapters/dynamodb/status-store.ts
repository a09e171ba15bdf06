import * as z from 'zod';
import type { NightlyResult, StatusStore } from '../../ports/status-store.ts';
import { checkpointSchema } from './checkpoint-schema.ts';
import { getItem, parseItem, putItem, raiseInstant } from './items.ts';
import type { Table } from './table.ts';

const marksSchema = z.object({
  webhook: z.number().exactOptional(),
  read: z.number().exactOptional(),
  nightly: z.number().exactOptional(),
  rollup: z.number().exactOptional(),
});

const nightlySchema: z.ZodType<NightlyResult> = z.object({ at: z.number(), shardsBehind: z.int() });

export function dynamoStatusStore(table: Table): StatusStore {
  const { keys } = table;
  return {
    mark: (mark, at) => raiseInstant(table, keys.status('marks'), { name: mark, at }),

    async readMarks() {
      const item = await getItem(table, keys.status('marks'), { isConsistent: false });
      return item === null ? {} : parseItem(marksSchema, item);
    },

    storeNightly: (result) => putItem(table, { ...keys.status('nightly'), ...result }),

    async readNightly() {
      const item = await getItem(table, keys.status('nightly'), { isConsistent: false });
      return item === null ? null : parseItem(nightlySchema, item);
    },

    async readLatestBackfill() {
      const item = await getItem(table, keys.status('backfill'), { isConsistent: false });
      return item === null ? null : parseItem(checkpointSchema, item).checkpoint.progress;
    },
  };
}
