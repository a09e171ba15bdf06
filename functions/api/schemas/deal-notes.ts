import type { HintChange, SnoozeRequest, TaskRequest } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

/** Rule, deal, and the entry of the visit. */
export const hintIdSchema = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,60}\.\d{1,20}\.\d{1,16}$/, 'must be the id of a hint'));

export const snoozeRequestSchema = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(1, 'Write what the deal is waiting for.'), z.maxLength(500)),
  untilDay: z.iso.date('Write a day as YYYY-MM-DD.'),
}) satisfies z.ZodMiniType<SnoozeRequest>;

export const hintChangeSchema = z.strictObject({ isDismissed: z.boolean() }) satisfies z.ZodMiniType<HintChange>;

export const taskRequestSchema = z.strictObject({
  hintId: hintIdSchema,
  language: z.enum(['en', 'fr']),
}) satisfies z.ZodMiniType<TaskRequest>;
