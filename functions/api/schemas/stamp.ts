import * as z from 'zod/mini';
import { instantSchema } from './estimate.ts';

export const stampShape = {
  asOf: instantSchema,
  position: z.record(z.string(), z.string()).check(z.describe('Versions of the inputs the figures were made from.')),
  modelVersion: z.string(),
};
