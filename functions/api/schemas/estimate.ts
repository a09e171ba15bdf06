import * as z from 'zod';

const evidence = z.enum(['owner', 'team', 'source', 'stage', 'pipeline', 'portal']);
const count = z.int().min(0);

const estimated = z.object({
  kind: z.literal('estimate'),
  value: z.number(),
  low: z.number(),
  high: z.number().nullable(),
  level: z.number(),
  n: count,
  from: evidence,
});
const beyondData = z.object({ kind: z.literal('beyond'), atLeast: z.number(), n: count, from: evidence });
export const insufficientSchema = z.object({ kind: z.literal('insufficient'), n: count, needed: count });

export const estimateSchema = z.discriminatedUnion('kind', [estimated, insufficientSchema]);
/** Of deals that filters chose. */
export const filteredEstimateSchema = z.discriminatedUnion('kind', [
  estimated.extend({ from: z.enum([...evidence.options, 'deal-type', 'amount-band', 'segment', 'filters']) }),
  insufficientSchema,
]);
export const dwellQuantileSchema = z.discriminatedUnion('kind', [estimated, beyondData, insufficientSchema]);
export const countSchema = count;
export const instantSchema = z.int().describe('Epoch ms.');
export const shareSchema = z.number().min(0).max(1);
