import * as z from 'zod/mini';
import { countSchema, estimateSchema, shareSchema } from './estimate.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';

const figures = z.object({
  ...dayPeriodShape,
  velocity: estimateSchema,
  openDeals: z.number(),
  winRate: z.nullable(shareSchema),
  wonValue: z.nullable(z.number()),
  cycleDays: z.nullable(z.number()),
  won: countSchema,
  lost: countSchema,
  wonWithoutAmount: countSchema,
});

const parts = z.object({
  openDeals: z.number(),
  winRate: z.number(),
  wonValue: z.number(),
  cycleDays: z.number(),
  total: z.number(),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(['faster', 'slower', 'no-clear-change']),
});

const trend = z.object({
  verdict: z.enum(['rising', 'falling', 'no-clear-trend', 'insufficient']),
  perMonth: z.nullable(z.number()),
  n: countSchema,
});

export const velocityReportSchema = z.object({
  ...reportHeadShape,
  now: figures,
  before: figures,
  change: z.nullable(parts),
  months: z.array(figures),
  trends: z.object({ velocity: trend, openDeals: trend, winRate: trend, wonValue: trend, cycleDays: trend }),
});
