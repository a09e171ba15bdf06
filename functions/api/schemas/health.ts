import * as z from 'zod';
import { countSchema, instantSchema } from './estimate.ts';

const backfillSchema = z.object({
  backfillId: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  dealsFound: countSchema.nullable(),
  dealsRead: countSchema,
  waitsUntil: instantSchema.nullable(),
});

export const backfillStandSchema = z.object({ backfill: backfillSchema.nullable() });

const lastAt = instantSchema.nullable();

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
  finishedAt: instantSchema.nullable(),
  checked: countSchema,
  repaired: countSchema,
  missing: countSchema,
  atHubSpot: countSchema.nullable(),
  recorded: countSchema.nullable(),
});

const reconcileSchema = z.object({
  lastAt: instantSchema,
  everyMs: z.number().nullable(),
  checked: countSchema,
  repaired: countSchema,
  sweep: sweepSchema.nullable(),
});

const deadLettersSchema = z.object({
  count: countSchema,
  oldestAt: instantSchema.nullable(),
  reasons: z.array(z.object({ reason: z.string(), count: countSchema })),
});

const erasuresSchema = z.object({
  underWay: countSchema,
  oldestAskedAt: instantSchema.nullable(),
  portal: z
    .object({ askedAt: instantSchema, finishedAt: instantSchema.nullable(), itemsRemoved: countSchema })
    .nullable(),
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
  webhooks: webhooksSchema,
  reconcile: reconcileSchema.nullable(),
  deadLetters: deadLettersSchema,
  mismatches: countSchema,
  erasures: erasuresSchema,
  hubspot: z.object({ tokenRefusedAt: lastAt, dailyLimitAt: lastAt }).nullable(),
});
