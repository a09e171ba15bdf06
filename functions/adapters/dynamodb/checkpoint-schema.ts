import type { BackfillProgress } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { BackfillWindow, StoredCheckpoint } from '../../ports/sync-store.ts';

const progressSchema: z.ZodMiniType<BackfillProgress> = z.object({
  backfillId: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.number(),
  finishedAt: z.nullable(z.number()),
  dealsFound: z.nullable(z.int()),
  dealsRead: z.int(),
  waitsUntil: z._default(z.nullable(z.number()), null), // Earlier versions did not write it.
});

const windowSchema: z.ZodMiniType<BackfillWindow> = z.object({
  from: z.number(),
  to: z.number(),
  cursor: z.nullable(z.string()),
});

export const checkpointSchema: z.ZodMiniType<StoredCheckpoint> = z.object({
  version: z.int().check(z.minimum(1)),
  checkpoint: z.object({
    progress: progressSchema,
    windows: z.array(windowSchema),
    pendingShards: z.array(z.int()),
  }),
});
