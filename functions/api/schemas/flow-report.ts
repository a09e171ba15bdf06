import * as z from 'zod/mini';
import { countSchema, estimateSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';

const figures = z.object({
  ...dayPeriodShape,
  arrivals: z.object({ entered: countSchema, late: countSchema, restored: countSchema }),
  exits: z.object({
    advanced: countSchema,
    back: countSchema,
    skipped: countSchema,
    won: countSchema,
    lost: countSchema,
    moved: countSchema,
    merged: countSchema,
    deleted: countSchema,
  }),
  atStart: countSchema,
  atEnd: countSchema,
  inProgressMean: z.number(),
  flowing: z.nullable(z.number()),
  throughputPerDay: z.number(),
});

const stage = z.object({
  stage: stageViewSchema,
  now: figures,
  before: figures,
  weeks: z.array(figures),
  drift: z.object({
    verdict: z.enum(['filling', 'draining', 'no-clear-change', 'insufficient']),
    perWeek: estimateSchema,
  }),
});

export const flowReportSchema = z.object({ ...reportHeadShape, stages: z.array(stage) });
