import * as z from 'zod/mini';
import { countSchema, estimateSchema, instantSchema, shareSchema } from './estimate.ts';
import { bilingualSchema, evidenceSchema, moneySchema } from './hint.ts';

export const dealFactsSchema = z.object({
  name: z.nullable(z.string()),
  ownerId: z.nullable(z.string()),
  dealType: z.nullable(z.string()),
  source: z.nullable(z.string()),
  amount: z.nullable(moneySchema),
  closeAt: z.nullable(instantSchema),
  closeDatePushes: countSchema,
  closeDatePushedDays: z.number(),
  nextActivityAt: z.nullable(instantSchema),
  lastContactedAt: z.nullable(instantSchema),
  contacts: z.nullable(countSchema),
  lostReason: z.nullable(z.string()),
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
  typedAt: z.nullable(instantSchema),
  typed: z.enum(['none', 'passed', 'before', 'within', 'after']),
});

export const winTrendPointSchema = z.object({
  at: instantSchema,
  stageId: z.string(),
  withinHorizon: z.nullable(shareSchema),
  ever: z.nullable(shareSchema),
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
  expectedOutcome: z.nullable(z.object({ label: z.string(), probability: shareSchema })),
  expectedDays: z.nullable(z.number()),
  guide: z.nullable(z.string()),
  criteria: z.array(
    z.object({
      criterionId: z.string(),
      label: z.string(),
      state: z.enum(['met', 'open', 'unknown']),
      shows: z.nullable(z.string()),
    }),
  ),
});

export const similarDealSchema = z.object({
  dealId: z.string(),
  name: z.nullable(z.string()),
  outcome: z.enum(['won', 'lost']),
  closedAt: instantSchema,
  daysInStage: z.number(),
  cycleDays: z.number(),
  amount: z.nullable(moneySchema),
  source: z.nullable(z.string()),
  isSameAmountBand: z.boolean(),
  isSameSource: z.boolean(),
});

export const snoozeSchema = z.object({
  reason: z.string(),
  untilDay: z.string(),
  isActive: z.boolean(),
  setAt: instantSchema,
});
