import type { ExitCriterion, ExpectedOutcome } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { labelSchema, propertySchema, valuesSchema } from './setting-values.ts';

export function exitCriterionSchema(): z.ZodMiniType<ExitCriterion> {
  const [label, property] = [labelSchema(), propertySchema()];
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('property-set'), label, property }),
    z.strictObject({ kind: z.literal('property-is'), label, property, values: valuesSchema() }),
    z.strictObject({ kind: z.literal('amount-set'), label }),
    z.strictObject({ kind: z.literal('close-date-ahead'), label }),
    z.strictObject({
      kind: z.literal('contact-associated'),
      label,
      atLeast: z.int().check(z.minimum(1), z.maximum(50)),
    }),
    z.strictObject({ kind: z.literal('activity-in-stage'), label }),
    z.strictObject({ kind: z.literal('next-activity-planned'), label }),
  ]);
}

export const expectedOutcomeSchema = (): z.ZodMiniType<ExpectedOutcome> =>
  z.strictObject({ label: labelSchema(), probability: z.number().check(z.minimum(0), z.maximum(1)) });
