import { HYGIENE_FAULTS } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { countSchema, estimateSchema, instantSchema } from './estimate.ts';
import { bilingualSchema } from './hint.ts';
import { stageViewSchema } from './pipelines.ts';
import { stampShape } from './stamp.ts';

const faultIdSchema = z.enum(HYGIENE_FAULTS);

const faultSchema = z.object({
  fault: faultIdSchema,
  title: bilingualSchema,
  definition: bilingualSchema,
  cell: z.string(),
  unit: z.enum(['moves', 'deals']),
  found: countSchema,
  of: countSchema,
  deals: countSchema,
  amount: z.number(),
  points: z.number(),
  pointsMax: z.number(),
  isAsNow: z.boolean(),
});

const effectSchema = z.object({
  stage: stageViewSchema,
  statistic: z.enum(['dwell-days-median', 'advance-share', 'loss-share']),
  all: estimateSchema,
  withoutFaulty: estimateSchema,
  visitsLeftOut: countSchema,
});

const caseSchema = z.object({
  dealId: z.string(),
  name: z.string().nullable(),
  fault: faultIdSchema,
  at: instantSchema,
  stage: stageViewSchema,
  toStage: stageViewSchema.nullable(),
  amount: z.number().nullable(),
});

export const hygieneReportSchema = z.object({
  ...stampShape,
  pipelineId: z.string(),
  label: z.string(),
  currency: z.string(),
  period: z.object({ fromAt: instantSchema, toAt: instantSchema }),
  moves: countSchema,
  openDeals: countSchema,
  score: z.number().min(0).max(100).nullable(),
  faults: z.array(faultSchema),
  effects: z.array(effectSchema),
  cases: z.array(caseSchema),
  casesInAll: countSchema,
});
