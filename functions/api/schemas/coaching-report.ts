import { AGENDA_MEASURES, AGENDA_POINTS } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { countSchema } from './estimate.ts';
import { bilingualSchema, evidenceSchema } from './hint.ts';
import { overviewChangeSchema } from './overview-report.ts';
import { stageViewSchema } from './pipelines.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';
import { stalledDealSchema } from './stalled-report.ts';

const dayPeriod = z.object(dayPeriodShape);

const point = z.object({
  pointId: z.enum(AGENDA_POINTS),
  stage: z.nullable(stageViewSchema),
  message: bilingualSchema,
  suggestion: bilingualSchema,
  evidence: z.array(evidenceSchema),
  n: countSchema,
  valueAtStake: z.nullable(z.number()),
});

const agenda = z.object({
  strengths: z.array(point),
  areas: z.array(point),
  deals: z.array(stalledDealSchema),
  dealsInAll: countSchema,
  changes: z.nullable(
    z.array(
      z.object({
        measure: z.enum(AGENDA_MEASURES),
        now: countSchema,
        before: countSchema,
        change: overviewChangeSchema,
        better: z.enum(['up', 'down']),
      }),
    ),
  ),
});

const repAgenda = z.extend(agenda, { ownerId: z.string(), name: z.nullable(z.string()), isDeparted: z.boolean() });

export const coachingReportSchema = z.object({
  ...reportHeadShape,
  view: z.enum(['own', 'named']),
  months: dayPeriod,
  weeks: z.nullable(z.object({ now: dayPeriod, before: dayPeriod })),
  own: z.nullable(repAgenda),
  reps: z.array(repAgenda),
  team: z.nullable(agenda),
  isCompared: z.boolean(),
  othersMin: countSchema,
});
