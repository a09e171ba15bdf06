import { FIELD_FAULTS } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

const fieldFault = z.enum(FIELD_FAULTS);

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum([
    'unauthorized',
    'forbidden',
    'not-found',
    'method-not-allowed',
    'invalid-request',
    'conflict',
    'too-large',
    'too-many-requests',
    'upstream-unavailable',
    'internal',
  ]),
  detail: z.string(),
  instance: z.string(),
  errors: z.exactOptional(
    z.array(z.object({ location: z.string(), message: z.string(), code: z.exactOptional(fieldFault) })),
  ),
});
