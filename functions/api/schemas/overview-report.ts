import { OVERVIEW_FIGURES, RECORD_FIGURES } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { countSchema, estimateSchema } from './estimate.ts';
import { reportHeadShape } from './report.ts';

const counted = z.object({ kind: z.literal('counted'), value: z.number(), n: countSchema });
const value = z.union([counted, estimateSchema]);

export const overviewChangeSchema = z.object({
  verdict: z.enum(['up', 'down', 'no-clear-change', 'insufficient']),
  difference: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
});

const compared = {
  taken: z.enum(['end', 'sum']),
  now: value,
  before: value,
  change: overviewChangeSchema,
  better: z.enum(['up', 'down', 'neither']),
  of: z.nullable(z.object({ now: countSchema, before: countSchema })),
  withoutAmount: countSchema,
  cell: z.string(),
};

const figure = z.object({
  figure: z.enum(OVERVIEW_FIGURES),
  unit: z.enum(['money', 'deals', 'share', 'days', 'money-a-day']),
  ...compared,
});
const recordFigure = z.object({ figure: z.enum(RECORD_FIGURES), unit: z.enum(['money', 'points']), ...compared });

export const overviewReportSchema = z.object({
  ...reportHeadShape,
  figures: z.array(figure),
  recordFigures: z.nullable(z.array(recordFigure)),
});
