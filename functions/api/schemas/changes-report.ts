import { CHANGE_KINDS } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { countSchema, instantSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { reportHeadShape } from './report.ts';

const openPipelineSchema = z.object({
  deals: countSchema,
  amount: z.number(),
  expected: z.number(),
  withoutAmount: countSchema,
  withoutChance: countSchema,
});

const stepSchema = z.object({
  kind: z.enum(CHANGE_KINDS),
  cell: z.string(),
  affected: countSchema,
  affectedAmount: z.number(),
  deals: z.int(),
  amount: z.number(),
  expected: z.number(),
});

const changedDealSchema = z.object({
  dealId: z.string(),
  name: z.nullable(z.string()),
  kinds: z.array(z.enum(CHANGE_KINDS)),
  fromStage: z.nullable(stageViewSchema),
  toStage: z.nullable(stageViewSchema),
  amountThen: z.nullable(z.number()),
  amountNow: z.nullable(z.number()),
  closeThenAt: z.nullable(instantSchema),
  closeNowAt: z.nullable(instantSchema),
  expectedChange: z.number(),
});

export const changesReportSchema = z.object({
  ...reportHeadShape,
  fromAt: instantSchema,
  toAt: instantSchema,
  before: openPipelineSchema,
  after: openPipelineSchema,
  steps: z.array(stepSchema),
  rows: z.array(changedDealSchema),
  rowsInAll: countSchema,
  asNow: z.array(z.string()),
});
