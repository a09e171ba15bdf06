import { FOCUS_SIGNS } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { countSchema, dwellQuantileSchema, estimateSchema } from './estimate.ts';
import { bilingualSchema } from './hint.ts';
import { stageViewSchema } from './pipelines.ts';
import { reportHeadShape } from './report.ts';
import { stalledDealShape } from './stalled-report.ts';

const focusDealsSchema = z.array(
  z.object({
    ...stalledDealShape,
    sign: z.enum(FOCUS_SIGNS),
    usualDays: dwellQuantileSchema,
    winEverLater: estimateSchema,
    lessLater: z.nullable(z.number()),
  }),
);

export const focusReportSchema = z.object({
  ...reportHeadShape,
  headline: bilingualSchema,
  soonDays: z.number(),
  laterDays: z.number(),
  counts: z.object({
    open: countSchema,
    focus: countSchema,
    withoutAmount: countSchema,
    calm: countSchema,
    waiting: countSchema,
    lateSoon: countSchema,
    withoutChance: countSchema,
    parked: countSchema,
    lost: countSchema,
  }),
  valueAtStake: z.number(),
  rows: focusDealsSchema,
  rowsInAll: countSchema,
  withoutAmount: focusDealsSchema,
  parked: focusDealsSchema,
  winBack: z.object({
    daysFrom: z.number(),
    daysTo: z.number(),
    lostLong: countSchema,
    reopened: countSchema,
    won: countSchema,
    reopenedShare: z.nullable(estimateSchema),
    wonShare: z.nullable(estimateSchema),
    headline: bilingualSchema,
  }),
  lost: z.array(
    z.object({
      dealId: z.string(),
      name: z.nullable(z.string()),
      stage: z.nullable(stageViewSchema),
      amount: z.nullable(z.number()),
      lostDays: z.number(),
      isAtLeast: z.boolean(),
      reason: z.nullable(z.string()),
    }),
  ),
});
