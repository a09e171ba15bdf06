import * as z from 'zod/mini';
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
  exitedAt: z.nullable(instantSchema),
  dwellDays: z.number(),
  arrival: z.enum(['entered', 'late', 'restored']),
  exit: z.nullable(z.enum(['advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted'])),
  origin: z.enum(['person', 'workflow', 'import', 'api', 'merge', 'unknown']),
  visitNumber: z.int().check(z.minimum(1)),
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
  unresolvedShare: z.nullable(shareSchema),
  typed: z.nullable(shareSchema),
});

export const stalledSchema = z.object({
  verdict: z.enum(['stalled', 'on-track', 'insufficient', 'not-applicable']),
  rule: z.enum(['probability-drop', 'dwell-quantile', 'none']),
  now: z.nullable(z.number()),
  reference: z.nullable(z.number()),
  threshold: z.nullable(z.number()),
  n: countSchema,
});

const currentVisitSchema = z.object({
  enteredAt: instantSchema,
  ageDays: z.number(),
  visitNumber: z.int().check(z.minimum(1)),
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
    .check(z.describe('The record is older than what the card sees; a fresh read is on its way: ask again soon.')),
  recordedAt: instantSchema,
  figuresAt: z.nullable(instantSchema),
  current: z.nullable(currentVisitSchema),
  dealAgeDays: z.number(),
  usual: z.nullable(usualSchema),
  winProbability: z.nullable(winProbabilitySchema),
  stalled: stalledSchema,
  visits: z.array(visitSchema),
  facts: z.nullable(dealFactsSchema),
  headline: z.nullable(headlineSchema),
  outcomes: z.nullable(z.array(outcomesByDaySchema)),
  closeWindow: z.nullable(closeWindowSchema),
  winTrend: z.nullable(z.array(winTrendPointSchema)),
  reasons: z.nullable(z.array(reasonSchema)),
  hints: z.nullable(z.array(hintSchema)),
  exitCriteria: z.nullable(exitCriteriaSchema),
  similarDeals: z.nullable(z.array(similarDealSchema)),
  snooze: z.nullable(snoozeSchema),
  promotion: z.nullable(promotionSchema),
});
