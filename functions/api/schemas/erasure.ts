import * as z from 'zod/mini';
import { dealIdSchema } from '../../deal-id.ts';
import { countSchema, instantSchema } from './estimate.ts';
import { hubspotIdSchema } from './hubspot-id.ts';

export const eraseRequestSchema = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('deal'), dealId: dealIdSchema }),
  z.strictObject({
    scope: z.literal('user'),
    user: z
      .string()
      .check(
        z.minLength(1),
        z.maxLength(320),
        z.describe('An e-mail address or user id, as it stands in the settings.'),
      ),
  }),
  z.strictObject({
    scope: z.literal('portal'),
    portalId: hubspotIdSchema.check(z.describe('The id of the account once more: everything of it is erased.')),
  }),
]);

export const erasureSchema = z.object({
  scope: z.enum(['deal', 'user', 'portal']),
  dealId: z.nullable(z.string()),
  askedAt: instantSchema,
  askedByUserId: z.string(),
  finishedAt: z.nullable(instantSchema),
  itemsRemoved: countSchema,
});
