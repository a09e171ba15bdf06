import * as z from 'zod';
import { countSchema, dwellQuantileSchema, estimateSchema, instantSchema, shareSchema } from './estimate.ts';
import {
  closeWindowSchema,
  dealFactsSchema,
  exitCriteriaSchema,
  headlineSchema,
  outcomesByDaySchema,
  reasonSchema,
  similarDealSchema,
  snoozeSchema,
  winTrendPointSchema,
} from './deal-coaching.ts';
import { hintSchema } from './hint.ts';
import { stageViewSchema } from './pipelines.ts';
import { promotionSchema } from './promotion.ts';
import { stampShape } from './stamp.ts';

const visitSchema = z.object({
  stage: stageViewSchema,
  enteredAt: instantSchema,
  exitedAt: instantSchema.nullable(),
  dwellDays: z.number(),
  arrival: z.enum(['entered', 'late', 'restored']),
  exit: z.enum(['advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted']).nullable(),
  origin: z.enum(['person', 'workflow', 'import', 'api', 'merge', 'unknown']),
  visitNumber: z.int().min(1),
  isRegression: z.boolean(),
  isSkip: z.boolean(),
});

const usualSchema = z.object({
  dwellDaysMedian: dwellQuantileSchema,
  dwellDaysP10: dwellQuantileSchema,
  dwellDaysP80: dwellQuantileSchema,
  dwellDaysP90: dwellQuantileSchema,
  shareOverByNow: estimateSchema,
  visits: countSchema,
  openVisits: countSchema,
});

const winProbabilitySchema = z.object({
  horizonDays: z.number(),
  withinHorizon: estimateSchema,
  ever: estimateSchema,
  atEntry: estimateSchema,
  everAtEntry: estimateSchema,
  unresolvedShare: shareSchema.nullable(),
  typed: shareSchema.nullable(),
});

export const stalledSchema = z.object({
  verdict: z.enum(['stalled', 'on-track', 'insufficient', 'not-applicable']),
  rule: z.enum(['probability-drop', 'dwell-quantile', 'none']),
  now: z.number().nullable(),
  reference: z.number().nullable(),
  threshold: z.number().nullable(),
  n: countSchema,
});

const currentVisitSchema = z.object({
  enteredAt: instantSchema,
  ageDays: z.number(),
  visitNumber: z.int().min(1),
  isAtLeast: z.boolean(),
});

export const dealInsightsSchema = z.object({
  ...stampShape,
  dealId: z.string(),
  pipelineId: z.string(),
  pipelineLabel: z.string(),
  status: z.enum(['open', 'parked', 'won', 'lost', 'post-win', 'deleted']),
  stage: stageViewSchema,
  behind: z
    .boolean()
    .describe('The record is older than what the card sees; a fresh read is on its way: ask again soon.'),
  recordedAt: instantSchema,
  figuresAt: instantSchema.nullable(),
  current: currentVisitSchema.nullable(),
  dealAgeDays: z.number(),
  usual: usualSchema.nullable(),
  winProbability: winProbabilitySchema.nullable(),
  stalled: stalledSchema,
  visits: z.array(visitSchema),
  facts: dealFactsSchema.nullable(),
  headline: headlineSchema.nullable(),
  outcomes: z.array(outcomesByDaySchema).nullable(),
  closeWindow: closeWindowSchema.nullable(),
  winTrend: z.array(winTrendPointSchema).nullable(),
  reasons: z.array(reasonSchema).nullable(),
  hints: z.array(hintSchema).nullable(),
  exitCriteria: exitCriteriaSchema.nullable(),
  similarDeals: z.array(similarDealSchema).nullable(),
  snooze: snoozeSchema.nullable(),
  promotion: promotionSchema.nullable(),
});
