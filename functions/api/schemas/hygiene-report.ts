import { HYGIENE_FAULTS } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { countSchema, dwellQuantileSchema, instantSchema } from './estimate.ts';
import { bilingualSchema } from './hint.ts';
import { stageViewSchema } from './pipelines.ts';
import { reportHeadShape } from './report.ts';

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
  distorts: z.boolean(),
});

const effectSchema = z.object({
  stage: stageViewSchema,
  statistic: z.enum(['dwell-days-median', 'advance-share', 'loss-share']),
  all: dwellQuantileSchema,
  withoutFaulty: dwellQuantileSchema,
  visitsLeftOut: countSchema,
});

const caseSchema = z.object({
  dealId: z.string(),
  name: z.nullable(z.string()),
  fault: faultIdSchema,
  at: instantSchema,
  stage: stageViewSchema,
  toStage: z.nullable(stageViewSchema),
  amount: z.nullable(z.number()),
});

export const hygieneReportSchema = z.object({
  ...reportHeadShape,
  moves: countSchema,
  openDeals: countSchema,
  score: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
  faults: z.array(faultSchema),
  effects: z.array(effectSchema),
  cases: z.array(caseSchema),
  casesInAll: countSchema,
});
