import * as z from 'zod/mini';
import { countSchema, estimateSchema, shareSchema } from './estimate.ts';
import { stageViewSchema } from './pipelines.ts';
import { promotionSchema } from './promotion.ts';
import { reportHeadShape } from './report.ts';

const sameForecasts = z.object({ forecasts: countSchema, leftOut: countSchema, brier: z.nullable(z.number()) });

const comparisons = {
  besideStageRate: sameForecasts,
  brierOfStageRate: z.nullable(z.number()),
  skillOverStageRate: estimateSchema,
  besideTyped: sameForecasts,
  brierOfTyped: z.nullable(z.number()),
  skillOverTyped: estimateSchema,
};

const scoresSchema = z.object({
  ...comparisons,
  won: shareSchema,
  meanForecast: shareSchema,
  brier: z.number(),
  logLoss: z.number(),
  areaUnderCurve: z.nullable(shareSchema),
  expectedCalibrationError: z.number(),
  murphy: z.object({ reliability: z.number(), resolution: z.number(), uncertainty: z.number() }),
});

const stageCalibrationSchema = z.object({
  ...comparisons,
  stage: stageViewSchema,
  forecasts: countSchema,
  deals: countSchema,
  meanForecast: shareSchema,
  seen: estimateSchema,
  brier: z.number(),
});

const recordSchema = z.object({
  modelVersions: z.array(z.string()),
  days: z.array(z.string()).check(z.describe('YYYY-MM-DD, ascending.')),
  forecasts: countSchema,
  deals: countSchema,
  notDue: countSchema,
  withoutChance: countSchema,
  scores: z.nullable(scoresSchema),
  reliability: z.array(
    z.object({
      n: countSchema,
      won: countSchema,
      deals: countSchema,
      meanForecast: shareSchema,
      seen: estimateSchema,
    }),
  ),
  stages: z.array(stageCalibrationSchema),
});

export const calibrationReportSchema = z.object({
  ...reportHeadShape,
  horizonDays: z.number(),
  promotion: promotionSchema,
  backtest: recordSchema,
  frozen: recordSchema,
});
