import * as z from 'zod/mini';

/** HubSpot gives ids as either. */
export const numberOrText = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
