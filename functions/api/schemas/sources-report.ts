import * as z from 'zod/mini';
import { countSchema, estimateSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { reportHeadShape } from './report.ts';

const stage = z.object({
  stage: stageViewSchema,
  left: countSchema,
  ledOn: countSchema,
  lost: countSchema,
  ledOnShare: estimateSchema,
  ledOnShareDrawn: z.nullable(estimateSchema),
  ledOnShareOfOthers: estimateSchema,
  verdict: z.enum(['below', 'above', 'not-distinguishable', 'insufficient']),
  dwellDaysMean: estimateSchema,
  pace: z.nullable(estimateSchema),
  cell: z.string(),
});

const source = z.object({
  source: z.nullable(z.string()),
  isOthers: z.boolean(),
  newDeals: countSchema,
  won: countSchema,
  lost: countSchema,
  winRate: estimateSchema,
  winRateDrawn: z.nullable(estimateSchema),
  wonAmount: z.number(),
  wonWithoutAmount: countSchema,
  stages: z.array(stage),
  cell: z.string(),
});

export const sourcesReportSchema = z.object({ ...reportHeadShape, sources: z.array(source) });
