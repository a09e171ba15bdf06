import type { ExitCriterion, ExpectedOutcome } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { labelSchema, propertySchema, valuesSchema } from './setting-values.ts';

export function exitCriterionSchema(): z.ZodType<ExitCriterion> {
  const [label, property] = [labelSchema(), propertySchema()];
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('property-set'), label, property }),
    z.strictObject({ kind: z.literal('property-is'), label, property, values: valuesSchema() }),
    z.strictObject({ kind: z.literal('amount-set'), label }),
    z.strictObject({ kind: z.literal('close-date-ahead'), label }),
    z.strictObject({ kind: z.literal('contact-associated'), label, atLeast: z.int().min(1).max(50) }),
    z.strictObject({ kind: z.literal('activity-in-stage'), label }),
    z.strictObject({ kind: z.literal('next-activity-planned'), label }),
  ]);
}

export const expectedOutcomeSchema = (): z.ZodType<ExpectedOutcome> =>
  z.strictObject({ label: labelSchema(), probability: z.number().min(0).max(1) });
