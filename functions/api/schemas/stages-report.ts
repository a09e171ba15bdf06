import * as z from 'zod/mini';
import { countSchema, dwellQuantileSchema, estimateSchema, filteredEstimateSchema, shareSchema } from './estimate.ts';
import { exitKindSchema } from './exit-kind.ts';
import { stageViewSchema } from './pipelines.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';

const exit = z.object({ toStageId: z.nullable(z.string()), kind: exitKindSchema, count: countSchema });

const inProgress = z.object({
  atStart: countSchema,
  atEnd: countSchema,
  mean: z.number(),
  verdict: z.enum(['filling', 'draining', 'no-clear-change', 'insufficient']),
  perWeek: estimateSchema,
  amount: z.number(),
  amountMean: z.nullable(z.number()),
  withoutAmount: countSchema,
});

const conversions = z.object({
  entered: countSchema,
  stillWaiting: countSchema,
  allStages: z.nullable(estimateSchema),
  anyStage: estimateSchema,
  enteredCohort: estimateSchema,
});

const typed = z.object({
  typed: z.nullable(shareSchema),
  verdict: z.enum(['below', 'above', 'not-distinguishable', 'insufficient']),
  cohorts: z.array(
    z.object({
      ...dayPeriodShape,
      won: countSchema,
      lost: countSchema,
      open: countSchema,
      left: countSchema,
      winShare: estimateSchema,
      winShareIfOpenAreLost: estimateSchema,
    }),
  ),
});

const bottleneck = z.object({
  reason: z.nullable(z.enum(['slower', 'more-losses', 'slower-and-more-losses'])),
  dwell: z.enum(['slower', 'faster', 'no-clear-change', 'insufficient']),
  losses: z.enum(['more', 'fewer', 'no-clear-change', 'insufficient']),
  takesMostTime: z.boolean(),
});

const stage = z.object({
  stage: stageViewSchema,
  visits: countSchema,
  open: countSchema,
  exits: z.array(exit),
  dwellDaysMedian: dwellQuantileSchema,
  dwellDaysP80: dwellQuantileSchema,
  dwellDaysP90: dwellQuantileSchema,
  advanceShare: estimateSchema,
  lossShare: estimateSchema,
  stillThereShare: z.nullable(shareSchema),
  winWithinHorizon: estimateSchema,
  winEver: estimateSchema,
  entered: countSchema,
  left: countSchema,
  inProgress,
  conversions,
  dwellDaysMean: estimateSchema,
  dwellDaysMeanBefore: estimateSchema,
  dwellDaysDifference: estimateSchema,
  lossIncidence: estimateSchema,
  lostOfLeft: estimateSchema,
  lostOfLeftBefore: estimateSchema,
  timeShare: estimateSchema,
  workingTime: z
    .nullable(
      z.object({
        hoursMedian: dwellQuantileSchema,
        hoursP80: dwellQuantileSchema,
        hoursP90: dwellQuantileSchema,
        notCovered: countSchema,
      }),
    )
    .check(z.describe('On the working clock of the settings.')),
  typed,
  bottleneck,
});

export const stagesReportSchema = z.object({
  ...reportHeadShape,
  horizonDays: z.number(),
  upToDays: z.number(),
  deals: z.extend(reportHeadShape.deals, { open: countSchema, won: countSchema, lost: countSchema }),
  stages: z.array(stage),
  filtered: z
    .nullable(
      z.array(
        z.object({
          stageId: z.string(),
          left: countSchema,
          ledOnShare: filteredEstimateSchema,
          pace: filteredEstimateSchema,
        }),
      ),
    )
    .check(
      z.describe(
        'How the deals that filters chose fare, drawn towards all deals of the stage; null without such a filter.',
      ),
    ),
});
