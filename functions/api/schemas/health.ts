import * as z from 'zod';
import { countSchema, instantSchema } from './estimate.ts';

const backfillSchema = z.object({
  backfillId: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  dealsFound: countSchema.nullable(),
  dealsRead: countSchema,
});

export const healthSchema = z.object({
  asOf: instantSchema,
  version: z.string(),
  status: z.enum(['ok', 'degraded', 'starting']),
  deals: z.object({ recorded: countSchema, deleted: countSchema }),
  shardsBehind: countSchema,
  lastWebhookAt: instantSchema.nullable(),
  lastReadAt: instantSchema.nullable(),
  lastNightlyAt: instantSchema.nullable(),
  backfill: backfillSchema.nullable(),
});
