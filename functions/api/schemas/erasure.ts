import * as z from 'zod';
import { dealIdSchema } from '../../deal-id.ts';
import { countSchema, instantSchema } from './estimate.ts';
import { hubspotIdSchema } from './hubspot-id.ts';

export const eraseRequestSchema = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('deal'), dealId: dealIdSchema }),
  z.strictObject({
    scope: z.literal('user'),
    user: z.string().min(1).max(320).describe('An e-mail address or user id, as it stands in the settings.'),
  }),
  z.strictObject({
    scope: z.literal('portal'),
    portalId: hubspotIdSchema.describe('The id of the account once more: everything of it is erased.'),
  }),
]);

export const erasureSchema = z.object({
  scope: z.enum(['deal', 'user', 'portal']),
  dealId: z.string().nullable(),
  askedAt: instantSchema,
  askedByUserId: z.string(),
  finishedAt: instantSchema.nullable(),
  itemsRemoved: countSchema,
});
