import { AGENDA_MEASURES, AGENDA_POINTS } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { countSchema } from './estimate.ts';
import { bilingualSchema, evidenceSchema } from './hint.ts';
import { overviewChangeSchema } from './overview-report.ts';
import { stageViewSchema } from './pipelines.ts';
import { dayPeriodShape, reportHeadShape } from './report.ts';
import { stalledDealSchema } from './stalled-report.ts';

const dayPeriod = z.object(dayPeriodShape);

const point = z.object({
  pointId: z.enum(AGENDA_POINTS),
  stage: stageViewSchema.nullable(),
  message: bilingualSchema,
  suggestion: bilingualSchema,
  evidence: z.array(evidenceSchema),
  n: countSchema,
  valueAtStake: z.number().nullable(),
});

const agenda = z.object({
  strengths: z.array(point),
  areas: z.array(point),
  deals: z.array(stalledDealSchema),
  dealsInAll: countSchema,
  changes: z
    .array(
      z.object({
        measure: z.enum(AGENDA_MEASURES),
        now: countSchema,
        before: countSchema,
        change: overviewChangeSchema,
        better: z.enum(['up', 'down']),
      }),
    )
    .nullable(),
});

const repAgenda = agenda.extend({ ownerId: z.string(), name: z.string().nullable(), isDeparted: z.boolean() });

export const coachingReportSchema = z.object({
  ...reportHeadShape,
  view: z.enum(['own', 'named']),
  months: dayPeriod,
  weeks: z.object({ now: dayPeriod, before: dayPeriod }).nullable(),
  own: repAgenda.nullable(),
  reps: z.array(repAgenda),
  team: agenda.nullable(),
  isCompared: z.boolean(),
  othersMin: countSchema,
});
