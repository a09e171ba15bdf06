import * as z from 'zod/mini';
import { countSchema, estimateSchema } from './estimate.ts';
import { exitKindSchema } from './exit-kind.ts';
import { stageViewSchema } from './pipelines.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';

const counts = z.object({
  ...dayPeriodShape,
  moves: countSchema,
  skips: countSchema,
  regressions: countSchema,
  reentries: countSchema,
  dealsWithReentry: countSchema,
  reworkDays: z.number(),
  lost: countSchema,
});

const cell = z.object({
  from: stageViewSchema,
  to: z.nullable(stageViewSchema),
  kind: exitKindSchema,
  count: countSchema,
  share: estimateSchema,
  dwellDaysMedian: z.nullable(z.number()),
  cell: z.string(),
});

const rework = z.object({
  stage: stageViewSchema,
  reentries: countSchema,
  deals: countSchema,
  days: z.number(),
  cell: z.string(),
});

const losses = { lost: countSchema, amount: z.number(), withoutAmount: countSchema, cell: z.string() };

export const transitionsReportSchema = z.object({
  ...reportHeadShape,
  now: counts,
  before: counts,
  moves: z.array(cell),
  rework: z.array(rework),
  reworkShare: estimateSchema,
  lossesByStage: z.array(z.object({ ...losses, stage: stageViewSchema, shareOfLeft: estimateSchema })),
  lossesByReason: z.array(z.object({ ...losses, reason: z.nullable(z.string()), share: estimateSchema })),
});
