import { STALL_RULES } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { stalledSchema } from './deal-insights.ts';
import { countSchema, estimateSchema, instantSchema } from './estimate.ts';
import { bilingualSchema, evidenceSchema } from './hint.ts';
import { stageViewSchema } from './pipelines.ts';
import { reportHeadShape } from './report.ts';

const dealShape = {
  dealId: z.string(),
  name: z.nullable(z.string()),
  stage: stageViewSchema,
  ageDays: z.number(),
  isAtLeast: z.boolean(),
  amount: z.nullable(z.number()),
};

export const stalledDealShape = {
  ...dealShape,
  winEver: estimateSchema,
  valueAtStake: z.nullable(z.number()),
  verdict: stalledSchema,
  reason: bilingualSchema,
  evidence: z.array(evidenceSchema),
  nextStep: bilingualSchema,
  nextActivityAt: z.nullable(instantSchema),
  lastContactedAt: z.nullable(instantSchema),
  closeAt: z.nullable(instantSchema),
};

export const stalledDealSchema = z.object(stalledDealShape);

const flagRuleSchema = z.object({
  rule: z.enum(STALL_RULES),
  title: bilingualSchema,
  flaggedShare: estimateSchema,
  precision: estimateSchema,
  lossesCaught: estimateSchema,
  winsFlagged: estimateSchema,
  leadDaysMedian: z.nullable(z.number()),
});

export const stalledReportSchema = z.object({
  ...reportHeadShape,
  verdicts: z.object({
    open: countSchema,
    stalled: countSchema,
    onTrack: countSchema,
    unjudged: countSchema,
    waiting: z.nullable(countSchema),
    stalledWithoutAmount: countSchema,
    stalledWithoutChance: countSchema,
  }),
  amount: z.number(),
  valueAtStake: z.number(),
  stages: z.array(
    z.object({
      stage: stageViewSchema,
      cell: z.string(),
      open: countSchema,
      stalled: countSchema,
      amount: z.number(),
      valueAtStake: z.number(),
    }),
  ),
  rows: z.array(stalledDealSchema),
  rowsInAll: countSchema,
  waiting: z.nullable(z.array(z.object({ ...dealShape, reason: z.string(), untilDay: z.string() }))),
  flagQuality: z.nullable(z.object({ rows: countSchema, unresolved: countSchema, rules: z.array(flagRuleSchema) })),
});
