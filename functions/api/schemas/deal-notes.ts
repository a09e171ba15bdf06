import type { HintChange, SnoozeRequest, TaskRequest } from '@deal-stage-insights/shared';
import * as z from 'zod';

/** Rule, deal, and the entry of the visit. */
export const hintIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,60}\.\d{1,20}\.\d{1,16}$/, 'must be the id of a hint');

export const snoozeRequestSchema = z.strictObject({
  reason: z.string().trim().min(1, 'Write what the deal is waiting for.').max(500),
  untilDay: z.iso.date('Write a day as YYYY-MM-DD.'),
}) satisfies z.ZodType<SnoozeRequest>;

export const hintChangeSchema = z.strictObject({ isDismissed: z.boolean() }) satisfies z.ZodType<HintChange>;

export const taskRequestSchema = z.strictObject({
  hintId: hintIdSchema,
  language: z.enum(['en', 'fr']),
}) satisfies z.ZodType<TaskRequest>;
