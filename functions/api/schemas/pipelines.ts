import * as z from 'zod/mini';
import { instantSchema, shareSchema } from './estimate.ts';
import { bilingualSchema } from './hint.ts';

export const stageViewSchema = z.object({
  stageId: z.string(),
  label: z.string(),
  role: z.enum(['open', 'parked', 'won', 'lost', 'post-win']),
  displayOrder: z.number(),
  typedProbability: z.nullable(shareSchema),
  isUnknown: z.boolean(),
});

const pipelineViewSchema = z.object({
  pipelineId: z.string(),
  label: z.string(),
  stages: z.array(stageViewSchema),
});

const propertyValues = z.array(z.object({ value: z.string(), name: bilingualSchema }));

export const pipelineListSchema = z.object({
  asOf: instantSchema,
  pipelines: z.array(pipelineViewSchema),
  values: z.nullable(z.object({ dealType: propertyValues, source: propertyValues })),
});
