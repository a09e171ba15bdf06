import type { BackfillProgress } from '@deal-stage-insights/shared';
import * as z from 'zod';
import type { BackfillWindow, StoredCheckpoint } from '../../ports/sync-store.ts';

const progressSchema: z.ZodType<BackfillProgress> = z.object({
  backfillId: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  dealsFound: z.int().nullable(),
  dealsRead: z.int(),
  waitsUntil: z.number().nullable().default(null), // Earlier versions did not write it.
});

const windowSchema: z.ZodType<BackfillWindow> = z.object({
  from: z.number(),
  to: z.number(),
  cursor: z.string().nullable(),
});

export const checkpointSchema: z.ZodType<StoredCheckpoint> = z.object({
  version: z.int().min(1),
  checkpoint: z.object({
    progress: progressSchema,
    windows: z.array(windowSchema),
    pendingShards: z.array(z.int()),
  }),
});
