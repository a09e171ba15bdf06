import * as z from 'zod/mini';
import { SECTIONS } from '../../settings/section-schemas.ts';
import { countSchema, instantSchema } from './estimate.ts';

export const sectionNameSchema = z.enum(SECTIONS, `must be one of ${SECTIONS.join(', ')}`);

// What is in a section depends on which it is: shared/src/contract/settings.ts says.
const valueSchema = z.record(z.string(), z.unknown());

export const sectionAnswerSchema = z.object({
  section: sectionNameSchema,
  schemaVersion: countSchema,
  version: countSchema,
  changedAt: z.nullable(instantSchema),
  changedByUserId: z.nullable(z.string()),
  value: valueSchema,
});

export const sectionHistorySchema = z.object({
  section: sectionNameSchema,
  changes: z.array(
    z.object({
      version: countSchema,
      changedAt: instantSchema,
      changedByUserId: z.string(),
      before: z.nullable(valueSchema),
      after: valueSchema,
    }),
  ),
});

export const sectionChangeSchema = z.strictObject({
  version: countSchema.check(z.describe('The version that the change was made from.')),
  value: valueSchema,
});
