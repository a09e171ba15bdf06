import type { ExitCriterion, ExpectedOutcome } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { labelSchema as label, propertySchema as property, valuesSchema as values } from './setting-values.ts';

export const exitCriterionSchema: z.ZodType<ExitCriterion> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('property-set'), label, property }),
  z.strictObject({ kind: z.literal('property-is'), label, property, values }),
  z.strictObject({ kind: z.literal('amount-set'), label }),
  z.strictObject({ kind: z.literal('close-date-ahead'), label }),
  z.strictObject({ kind: z.literal('contact-associated'), label, atLeast: z.int().min(1).max(50) }),
  z.strictObject({ kind: z.literal('activity-in-stage'), label }),
  z.strictObject({ kind: z.literal('next-activity-planned'), label }),
]);

export const expectedOutcomeSchema: z.ZodType<ExpectedOutcome> = z.strictObject({
  label,
  probability: z.number().min(0).max(1),
});
