import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Arrivals, NightlyResult, ReconcileResult, StatusStore, SweepProgress } from '../../ports/status-store.ts';
import { checkpointSchema } from './checkpoint-schema.ts';
import { getItem, parseItem, putItem, raiseInstant } from './items.ts';
import type { StatusName } from './keys.ts';
import type { Table } from './table.ts';

const instant = z.exactOptional(z.number());

const marksSchema = z.object({
  webhook: instant,
  read: instant,
  nightly: instant,
  rollup: instant,
  tokenRefused: instant,
  dailyLimit: instant,
});

const arrivalsSchema: z.ZodMiniType<Arrivals> = z.object({
  v3: instant,
  v1: instant,
  creation: instant,
  deletion: instant,
  restore: instant,
  merge: instant,
  propertyChange: instant,
  associationChange: instant,
});

const nightlySchema: z.ZodMiniType<NightlyResult> = z.object({ at: z.number(), shardsBehind: z.int() });

const reconcileSchema: z.ZodMiniType<ReconcileResult> = z.object({
  at: z.number(),
  previousAt: z.nullable(z.number()),
  checked: z.int(),
  repaired: z.int(),
  mismatches: z.int(),
  lastRepairAt: z.nullable(z.number()),
});

const sweepSchema: z.ZodMiniType<SweepProgress> = z.object({
  day: z.string(),
  startedAt: z.number(),
  finishedAt: z.nullable(z.number()),
  nextShard: z.int(),
  checked: z.int(),
  repaired: z.int(),
  missing: z.array(z.string()),
  atHubSpot: z.nullable(z.int()),
  recorded: z.nullable(z.int()),
});

export function dynamoStatusStore(table: Table): StatusStore {
  const { keys } = table;
  const read = async <T>(name: StatusName, schema: z.ZodMiniType<T>): Promise<T | null> => {
    const item = await getItem(table, keys.status(name), { isConsistent: false });
    return item === null ? null : parseItem(schema, item);
  };
  const store = (name: StatusName, result: object) => putItem(table, { ...keys.status(name), ...result });
  return {
    mark: (mark, at) => raiseInstant(table, keys.status('marks'), { name: mark, at }),
    readMarks: async () => (await read('marks', marksSchema)) ?? {},

    async noteArrivals(arrivals) {
      const names = Object.keys(arrivals);
      if (names.length === 0) return;
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.status('arrivals'),
          UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(Object.entries(arrivals).map(([name, at]) => [`:${name}`, at])),
        }),
      );
    },
    readArrivals: async () => (await read('arrivals', arrivalsSchema)) ?? {},

    storeNightly: (result) => store('nightly', result),
    readNightly: () => read('nightly', nightlySchema),
    storeReconcile: (result) => store('reconcile', result),
    readReconcile: () => read('reconcile', reconcileSchema),
    storeSweep: (progress) => store('sweep', progress),
    readSweep: () => read('sweep', sweepSchema),
    readLatestBackfill: async () => (await read('backfill', checkpointSchema))?.checkpoint.progress ?? null,
  };
}
