import * as z from 'zod/mini';
import { countSchema, estimateSchema, insufficientSchema, shareSchema } from './estimate.ts';
import { filtersSchema } from './report.ts';
import { stampShape } from './stamp.ts';

const amount = z.number().check(z.describe('Major units of the company currency.'));
const day = z.string().check(z.describe('YYYY-MM-DD in the time zone of the portal.'));

export const revenueRangeSchema = z.object({ mean: amount, p10: amount, p50: amount, p90: amount });
const knownRange = z.union([revenueRangeSchema, insufficientSchema]);

const weightedSchema = z.object({ typed: amount, measured: amount, due: amount, dueDeals: countSchema });

const periodSchema = z.object({
  kind: z.enum(['rolling', 'month', 'quarter']),
  key: z.string(),
  fromDay: day,
  toDay: day,
  closed: z.object({ amount, deals: countSchema, withoutAmount: countSchema }),
  open: knownRange,
  newBusiness: knownRange,
  total: knownRange,
  widening: z.union([z.number(), insufficientSchema]),
  weighted: weightedSchema,
  realisticTargets: z.nullable(z.object({ evenOdds: amount, eightOfTen: amount })),
  target: z.nullable(
    z.object({ amount, reachedShare: z.number(), coverage: z.nullable(z.number()), chance: z.nullable(shareSchema) }),
  ),
});

const groupSchema = z.object({
  id: z.nullable(z.string()),
  label: z.nullable(z.string()),
  openDeals: countSchema,
  withoutAmount: countSchema,
  closedMonth: amount,
  closedQuarter: amount,
  next: knownRange,
  restOfMonth: knownRange,
  restOfQuarter: knownRange,
  weighted: weightedSchema,
  targetMonth: z.nullable(amount),
  targetQuarter: z.nullable(amount),
});

const trackRecordSchema = z.object({
  forecasts: countSchema,
  independent: countSchema,
  coverage: estimateSchema,
  meanAbsoluteError: z.nullable(z.number()),
  bias: z.nullable(z.number()),
  points: z.array(z.object({ day, modelVersion: z.string(), said: revenueRangeSchema, came: amount })),
});

const groupsSchema = z.object({ teams: z.array(groupSchema), owners: z.nullable(z.array(groupSchema)) });

export const forecastGroupsSchema = z.object({
  ...stampShape,
  pipelineId: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  horizonDays: z.number(),
  month: z.string(),
  quarter: z.string(),
  groups: groupsSchema,
});

export const forecastReportSchema = z.object({
  ...stampShape,
  pipelineId: z.string(),
  label: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  filters: filtersSchema,
  horizonDays: z.number(),
  deals: z.object({
    open: countSchema,
    withoutAmount: countSchema,
    notConverted: countSchema,
    withoutChance: countSchema,
    withoutTypedWeight: countSchema,
  }),
  next: periodSchema,
  periods: z.array(periodSchema),
  fan: z.array(z.object({ day, closed: z.nullable(amount), total: z.nullable(revenueRangeSchema) })),
  topDeals: z.array(
    z.object({
      dealId: z.string(),
      name: z.nullable(z.string()),
      stageId: z.string(),
      amount,
      chance: shareSchema,
      share: shareSchema,
    }),
  ),
  quarterEndRush: z.nullable(
    z.object({
      share: estimateSchema,
      even: shareSchema,
      days: countSchema,
      quarters: countSchema,
      verdict: z.enum(['rush', 'no-clear-rush', 'insufficient']),
    }),
  ),
  groups: groupsSchema,
  trackRecord: z.object({ backtest: trackRecordSchema, frozen: trackRecordSchema }),
});
