import { shardOf } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { FrozenShard, FrozenStore, FrozenTotals } from '../../ports/frozen-store.ts';
import { compress, decompress } from './compression.ts';
import { getItems, type Item, parseItem, putItem, putItemAfter, queryItems } from './items.ts';
import type { Table } from './table.ts';

const KEPT_S = 400 * 86_400; // The longest horizon, and a year to look back on.

const probability = z.nullable(z.number());
const said = { day: z.string(), at: z.number(), horizonDays: z.number(), modelVersion: z.string() };
const shardSchema: z.ZodMiniType<FrozenShard> = z.object({
  ...said,
  shard: z.int(),
  chances: z.array(
    z.object({
      pipelineId: z.string(),
      dealId: z.string(),
      stageId: z.string(),
      forecast: probability,
      stageRate: probability,
      typed: probability,
    }),
  ),
});
const range = z.object({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() });
const totalsSchema: z.ZodMiniType<FrozenTotals> = z.object({
  ...said,
  totals: z.array(z.object({ pipelineId: z.string(), said: range })),
});

const itemSchema = z.object({ brotli: z.instanceof(Uint8Array) });
const NOT_THERE = { counter: 'pk', expected: 0 } as const;

export function dynamoFrozenStore(table: Table): FrozenStore {
  const { keys } = table;
  const keyOf = (frozen: FrozenShard | FrozenTotals) =>
    'shard' in frozen ? keys.frozenShard(frozen.day, frozen.shard) : keys.frozenTotals(frozen.day);
  const itemOf = async (frozen: FrozenShard | FrozenTotals) => ({
    ...keyOf(frozen),
    brotli: await compress(Buffer.from(JSON.stringify(frozen), 'utf8')),
    expiresAt: Math.ceil(frozen.at / 1000) + KEPT_S,
  });
  const freeze = async (frozen: FrozenShard | FrozenTotals) =>
    (await putItemAfter(table, await itemOf(frozen), NOT_THERE)) === 'stored' ? 'stored' : 'stands';
  return {
    freezeShard: freeze,
    freezeTotals: freeze,

    async readShards(day) {
      const items = await queryItems(table, keys.frozenOf(day), { isConsistent: false });
      return Promise.all(
        items.filter(({ sk }) => sk !== keys.frozenTotals(day).sk).map((item) => parsed(shardSchema, item)),
      );
    },

    async readTotals(days) {
      const items = await getItems(table, days.map(keys.frozenTotals), { isConsistent: false });
      return Promise.all(items.map((item) => parsed(totalsSchema, item)));
    },

    async forgetDeal(dealId, days) {
      const shard = shardOf(dealId);
      const found = await getItems(
        table,
        days.map((day) => keys.frozenShard(day, shard)),
        { isConsistent: true },
      );
      const frozen = await Promise.all(found.map((item) => parsed(shardSchema, item)));
      const spoke = frozen.filter(({ chances }) => chances.some((each) => each.dealId === dealId));
      for (const each of spoke) {
        const chances = each.chances.filter((chance) => chance.dealId !== dealId);
        await putItem(table, await itemOf({ ...each, chances }));
      }
      return spoke.length;
    },
  };
}

async function parsed<T>(schema: z.ZodMiniType<T>, item: Item): Promise<T> {
  const { brotli } = parseItem(itemSchema, item);
  const content: unknown = JSON.parse(Buffer.from(await decompress(brotli)).toString('utf8'));
  return parseItem(schema, { pk: item.pk, sk: item.sk, ...Object(content) });
}
