import { DEFINED_NAMES } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { bilingualSchema } from './hint.ts';

export const definitionsSchema = z.object({ report: z.enum(DEFINED_NAMES), answers: z.array(bilingualSchema) });
