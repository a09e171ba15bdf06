import * as z from 'zod/mini';
import { countSchema, instantSchema } from './estimate.ts';

const backfillSchema = z.object({
  backfillId: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: instantSchema,
  finishedAt: z.nullable(instantSchema),
  dealsFound: z.nullable(countSchema),
  dealsRead: countSchema,
  waitsUntil: z.nullable(instantSchema),
});

export const backfillStandSchema = z.object({ backfill: z.nullable(backfillSchema) });

const lastAt = z.nullable(instantSchema);

const webhooksSchema = z.object({
  state: z.enum(['arriving', 'silent', 'never']),
  signatures: z.object({ v3: lastAt, v1: lastAt }),
  kinds: z.object({
    creation: lastAt,
    deletion: lastAt,
    restore: lastAt,
    merge: lastAt,
    propertyChange: lastAt,
    associationChange: lastAt,
  }),
});

const sweepSchema = z.object({
  day: z.string(),
  startedAt: instantSchema,
  finishedAt: z.nullable(instantSchema),
  checked: countSchema,
  repaired: countSchema,
  missing: countSchema,
  atHubSpot: z.nullable(countSchema),
  recorded: z.nullable(countSchema),
});

const reconcileSchema = z.object({
  lastAt: instantSchema,
  everyMs: z.nullable(z.number()),
  checked: countSchema,
  repaired: countSchema,
  sweep: z.nullable(sweepSchema),
});

const deadLettersSchema = z.object({
  count: countSchema,
  oldestAt: z.nullable(instantSchema),
  reasons: z.array(z.object({ reason: z.string(), count: countSchema })),
});

const erasuresSchema = z.object({
  underWay: countSchema,
  oldestAskedAt: z.nullable(instantSchema),
  portal: z.nullable(
    z.object({ askedAt: instantSchema, finishedAt: z.nullable(instantSchema), itemsRemoved: countSchema }),
  ),
});

export const healthSchema = z.object({
  asOf: instantSchema,
  version: z.string(),
  status: z.enum(['ok', 'degraded', 'starting']),
  deals: z.object({ recorded: countSchema, deleted: countSchema }),
  shardsBehind: countSchema,
  lastWebhookAt: z.nullable(instantSchema),
  lastReadAt: z.nullable(instantSchema),
  lastNightlyAt: z.nullable(instantSchema),
  backfill: z.nullable(backfillSchema),
  webhooks: webhooksSchema,
  reconcile: z.nullable(reconcileSchema),
  deadLetters: deadLettersSchema,
  mismatches: countSchema,
  erasures: erasuresSchema,
  hubspot: z.nullable(z.object({ tokenRefusedAt: lastAt, dailyLimitAt: lastAt })),
});
