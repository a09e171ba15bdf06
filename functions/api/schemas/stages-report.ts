import * as z from 'zod';
import { countSchema, dwellQuantileSchema, estimateSchema, shareSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { stampShape } from './stamp.ts';

const stageExitSchema = z.object({
  toStageId: z.string().nullable(),
  kind: z.enum(['advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted']),
  count: countSchema,
});

const stageFiguresSchema = z.object({
  stage: stageViewSchema,
  visits: countSchema,
  open: countSchema,
  exits: z.array(stageExitSchema),
  dwellDaysMedian: dwellQuantileSchema,
  dwellDaysP80: dwellQuantileSchema,
  dwellDaysP90: dwellQuantileSchema,
  advanceShare: estimateSchema,
  lossShare: estimateSchema,
  stillThereShare: shareSchema.nullable(),
  winWithinHorizon: estimateSchema,
  winEver: estimateSchema,
});

export const stagesReportSchema = z.object({
  ...stampShape,
  pipelineId: z.string(),
  label: z.string(),
  horizonDays: z.number(),
  deals: z.object({ open: countSchema, won: countSchema, lost: countSchema, deleted: countSchema }),
  stages: z.array(stageFiguresSchema),
});
