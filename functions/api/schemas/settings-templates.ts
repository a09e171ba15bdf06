import * as z from 'zod/mini';
import { exitCriterionSchema, expectedOutcomeSchema } from '../../settings/criteria-schemas.ts';
import { idSchema } from '../../settings/setting-values.ts';
import { countSchema } from './estimate.ts';
import { hubspotIdSchema } from './hubspot-id.ts';
import { sectionAnswerSchema } from './settings.ts';

export const templateIdSchema = z.enum(['b2b', 'b2c', 'collaborative']);
export const languageSchema = z.enum(['en', 'fr'], 'must be en or fr');

const templateStage = z.object({
  key: z.string(),
  label: z.string(),
  role: z.enum(['open', 'parked', 'won', 'lost', 'post-win']),
  expectedDays: z.nullable(z.number()),
  guide: z.string(),
  exitCriteria: z.array(exitCriterionSchema()),
  expectedOutcome: z.nullable(expectedOutcomeSchema()),
});

export const templateListSchema = z.object({
  templates: z.array(
    z.object({
      templateId: templateIdSchema,
      label: z.string(),
      about: z.string(),
      stages: z.array(templateStage),
    }),
  ),
});

export const templateApplicationSchema = z.strictObject({
  language: languageSchema,
  pipelineId: hubspotIdSchema,
  stages: z
    .record(idSchema(), z.string().check(z.maxLength(60)))
    .check(z.describe('By stage id of the pipeline: the key of the template’s stage.')),
  versions: z.strictObject({ stages: countSchema, criteria: countSchema }),
});

export const templateAppliedSchema = z.object({ stages: sectionAnswerSchema, criteria: sectionAnswerSchema });
