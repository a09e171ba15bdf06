import * as z from 'zod/mini';
import { dealIdSchema } from '../../deal-id.ts';
import { countSchema, insufficientSchema, shareSchema } from './estimate.ts';
import { revenueRangeSchema } from './forecast-report.ts';
import { hubspotIdSchema } from './hubspot-id.ts';
import { stampShape } from './stamp.ts';

const TEN_YEARS_DAYS = 3650;

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cut-slow-tail'),
    stageId: hubspotIdSchema,
    days: z.number().check(z.minimum(0), z.maximum(TEN_YEARS_DAYS)),
  }),
  z.strictObject({ kind: z.literal('lift-conversion'), stageId: hubspotIdSchema, shareOfLosses: shareSchema }),
  z.strictObject({ kind: z.literal('lose-deal'), dealId: dealIdSchema }),
]);

export const whatIfQuestionSchema = z.strictObject({
  changes: z.array(changeSchema).check(z.minLength(1), z.maxLength(10)),
  horizonDays: z.exactOptional(z.int().check(z.minimum(1), z.maximum(180))),
  seed: z.exactOptional(z.int().check(z.minimum(0), z.maximum(4_294_967_295))),
});

const figuresSchema = z.object({
  open: revenueRangeSchema,
  newBusiness: z.union([revenueRangeSchema, insufficientSchema]),
  total: revenueRangeSchema,
  expectedWins: z.number(),
  winEver: z.nullable(shareSchema),
});

export const whatIfAnswerSchema = z.object({
  ...stampShape,
  pipelineId: z.string(),
  currency: z.string(),
  horizonDays: z.number(),
  seed: z.number(),
  changes: z.array(
    z.object({
      change: changeSchema,
      openDeals: countSchema,
      reason: z.enum(['applied', 'unknown-stage', 'unknown-deal', 'too-little-known']),
    }),
  ),
  before: z.union([figuresSchema, insufficientSchema]),
  after: z.union([figuresSchema, insufficientSchema]),
});
