import * as z from 'zod/mini';
import { estimateSchema } from './estimate.ts';

export const promotionSchema = z.object({
  shows: z.enum(['life-table', 'stage-rate']),
  reason: z.enum(['proven', 'not-proven', 'insufficient']),
  skill: estimateSchema,
  judgedBy: z.enum(['backtest', 'frozen']),
});
