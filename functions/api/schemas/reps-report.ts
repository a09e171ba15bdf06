import * as z from 'zod/mini';
import { countSchema, estimateSchema, shareSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { reportHeadShape } from './report.ts';

const limits = z.object({ low: z.number(), high: z.number() });

const comparison = z.object({
  expected: z.number(),
  achieved: z.number(),
  difference: z.number().check(z.describe('Achieved - expected, in deals.')),
  ratio: z.number(),
  shrunk: estimateSchema,
  limits95: limits,
  limits998: limits,
  verdict: z.nullable(z.enum(['better', 'worse', 'not-distinguishable'])),
  adjustedPValue: z.nullable(shareSchema),
});

const conversion = z.object({
  stage: stageViewSchema,
  moves: countSchema,
  ledOn: countSchema,
  expected: z.number(),
  rate: estimateSchema,
});

const row = z.object({
  ownerId: z.string(),
  name: z.nullable(z.string()),
  isDeparted: z.boolean(),
  owned: countSchema,
  entered: countSchema,
  won: countSchema,
  lost: countSchema,
  wonAmount: z.number(),
  velocityShare: z.nullable(z.number()),
  pace: z.nullable(estimateSchema),
  comparison: z.nullable(comparison),
  conversions: z.array(conversion),
});

const measure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('band'),
    low: z.number(),
    median: z.number(),
    high: z.number(),
    n: countSchema,
  }),
  z.object({ kind: z.literal('too-few') }),
]);

const band = z.object({
  teamId: z.nullable(z.string()),
  label: z.nullable(z.string()),
  reps: countSchema,
  measures: z.object({
    ratio: measure,
    winRate: measure,
    pace: measure,
    owned: measure,
    entered: measure,
    won: measure,
    velocityShare: measure,
  }),
  conversions: z.array(z.object({ stage: stageViewSchema, rate: measure })),
});

export const repsReportSchema = z.object({
  ...reportHeadShape,
  view: z.enum(['own', 'named']),
  own: z.nullable(row),
  reps: z.array(row),
  pooled: z.nullable(z.object({ reps: countSchema, comparison: z.nullable(comparison) })),
  bands: z.array(band),
  isCompared: z.boolean(),
  needed: countSchema,
  overDispersion: z.number(),
  othersMin: countSchema,
});
