import * as z from 'zod/mini';
import { countSchema, instantSchema } from './estimate.ts';

export const moneySchema = z.object({ amount: z.number(), currency: z.string() });
export const bilingualSchema = z.object({ en: z.string(), fr: z.string() });
export const evidenceSchema = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['days', 'share', 'deals', 'times', 'money', 'instant']),
});

export const hintSchema = z.object({
  hintId: z.string(),
  ruleId: z.string(),
  message: bilingualSchema,
  remedy: bilingualSchema,
  action: z.enum([
    'create-task',
    'change-close-date',
    'plan-activity',
    'add-contact',
    'check-amount',
    'move-stage',
    'open-report',
    'none',
  ]),
  actionLabel: bilingualSchema,
  evidence: z.array(evidenceSchema),
  n: countSchema,
  nCounts: z.nullable(z.enum(['past-deals', 'this-deal'])),
  valueAtStake: z.nullable(moneySchema),
  task: z.nullable(z.object({ taskId: z.string(), createdAt: instantSchema })),
});
