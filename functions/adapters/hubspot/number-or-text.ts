import * as z from 'zod';

/** HubSpot gives ids as either. */
export const numberOrText = z.union([z.string(), z.number()]).transform(String);
