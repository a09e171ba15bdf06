import * as z from 'zod/mini';

const evidence = z.enum(['owner', 'team', 'source', 'stage', 'pipeline', 'portal']);
const count = z.int().check(z.minimum(0));

const estimated = z.object({
  kind: z.literal('estimate'),
  value: z.number(),
  low: z.number(),
  high: z.nullable(z.number()),
  level: z.number(),
  n: count,
  from: evidence,
});
const beyondData = z.object({ kind: z.literal('beyond'), atLeast: z.number(), n: count, from: evidence });
export const insufficientSchema = z.object({ kind: z.literal('insufficient'), n: count, needed: count });

export const estimateSchema = z.discriminatedUnion('kind', [estimated, insufficientSchema]);
/** Of deals that filters chose. */
export const filteredEstimateSchema = z.discriminatedUnion('kind', [
  z.extend(estimated, { from: z.enum([...evidence.options, 'deal-type', 'amount-band', 'segment', 'filters']) }),
  insufficientSchema,
]);
export const dwellQuantileSchema = z.discriminatedUnion('kind', [estimated, beyondData, insufficientSchema]);
export const countSchema = count;
export const instantSchema = z.int().check(z.describe('Epoch ms.'));
export const shareSchema = z.number().check(z.minimum(0), z.maximum(1));
