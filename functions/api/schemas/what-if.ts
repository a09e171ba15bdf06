import * as z from 'zod';
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
    days: z.number().min(0).max(TEN_YEARS_DAYS),
  }),
  z.strictObject({ kind: z.literal('lift-conversion'), stageId: hubspotIdSchema, shareOfLosses: shareSchema }),
  z.strictObject({ kind: z.literal('lose-deal'), dealId: dealIdSchema }),
]);

export const whatIfQuestionSchema = z.strictObject({
  changes: z.array(changeSchema).min(1).max(10),
  horizonDays: z.int().min(1).max(180).exactOptional(),
  seed: z.int().min(0).max(4_294_967_295).exactOptional(),
});

const figuresSchema = z.object({
  open: revenueRangeSchema,
  newBusiness: z.union([revenueRangeSchema, insufficientSchema]),
  total: revenueRangeSchema,
  expectedWins: z.number(),
  winEver: shareSchema.nullable(),
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
