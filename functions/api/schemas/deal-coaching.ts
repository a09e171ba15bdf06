import * as z from 'zod';
import { countSchema, estimateSchema, instantSchema, shareSchema } from './estimate.ts';
import { bilingualSchema, evidenceSchema, moneySchema } from './hint.ts';

export const dealFactsSchema = z.object({
  name: z.string().nullable(),
  ownerId: z.string().nullable(),
  dealType: z.string().nullable(),
  source: z.string().nullable(),
  amount: moneySchema.nullable(),
  closeAt: instantSchema.nullable(),
  closeDatePushes: countSchema,
  closeDatePushedDays: z.number(),
  nextActivityAt: instantSchema.nullable(),
  lastContactedAt: instantSchema.nullable(),
  contacts: countSchema.nullable(),
  lostReason: z.string().nullable(),
});

export const headlineSchema = z.object({ ageDays: z.number(), shareOfWonGoneByNow: estimateSchema });

export const outcomesByDaySchema = z.object({
  days: z.number(),
  shares: z.array(
    z.object({
      kind: z.enum(['advanced', 'skipped', 'back', 'won', 'lost', 'elsewhere', 'still-here']),
      share: estimateSchema,
    }),
  ),
});

export const closeWindowSchema = z.object({
  fromAt: instantSchema,
  medianAt: instantSchema,
  toAt: instantSchema,
  level: shareSchema,
  n: countSchema,
  typedAt: instantSchema.nullable(),
  typed: z.enum(['none', 'passed', 'before', 'within', 'after']),
});

export const winTrendPointSchema = z.object({
  at: instantSchema,
  stageId: z.string(),
  withinHorizon: shareSchema.nullable(),
  ever: shareSchema.nullable(),
});

export const reasonSchema = z.object({
  reasonId: z.string(),
  direction: z.enum(['for', 'against']),
  message: bilingualSchema,
  evidence: z.array(evidenceSchema),
  n: countSchema,
});

export const exitCriteriaSchema = z.object({
  stageId: z.string(),
  expectedOutcome: z.object({ label: z.string(), probability: shareSchema }).nullable(),
  expectedDays: z.number().nullable(),
  guide: z.string().nullable(),
  criteria: z.array(
    z.object({
      criterionId: z.string(),
      label: z.string(),
      state: z.enum(['met', 'open', 'unknown']),
      shows: z.string().nullable(),
    }),
  ),
});

export const similarDealSchema = z.object({
  dealId: z.string(),
  name: z.string().nullable(),
  outcome: z.enum(['won', 'lost']),
  closedAt: instantSchema,
  daysInStage: z.number(),
  cycleDays: z.number(),
  amount: moneySchema.nullable(),
  source: z.string().nullable(),
  isSameAmountBand: z.boolean(),
  isSameSource: z.boolean(),
});

export const snoozeSchema = z.object({
  reason: z.string(),
  untilDay: z.string(),
  isActive: z.boolean(),
  setAt: instantSchema,
});
