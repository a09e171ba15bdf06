import * as z from 'zod/mini';
import { countSchema, estimateSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';

const actionWindow = z.object({ ...dayPeriodShape, figure: estimateSchema });

const effect = z.object({
  actionId: z.string(),
  stage: stageViewSchema,
  day: z.string(),
  done: z.string(),
  aim: z.enum(['conversion', 'dwell']),
  days: countSchema,
  daysInAll: countSchema,
  before: actionWindow,
  after: actionWindow,
  change: estimateSchema,
  placebo: z.object({ stageIds: z.array(z.string()), change: estimateSchema }),
  beyondPlacebo: estimateSchema,
  verdict: z.enum(['improved', 'worsened', 'no-difference-detectable', 'insufficient']),
  wasBottleneck: z.boolean(),
  alsoRecorded: countSchema,
});

export const actionsReportSchema = z.object({ ...reportHeadShape, actions: z.array(effect) });
