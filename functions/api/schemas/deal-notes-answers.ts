import * as z from 'zod/mini';
import { snoozeSchema } from './deal-coaching.ts';
import { instantSchema } from './estimate.ts';

export const dealNotesSchema = z.object({
  dealId: z.string(),
  snooze: z.nullable(snoozeSchema),
  dismissedHintIds: z.array(z.string()),
});

export const taskAnswerSchema = z.object({
  dealId: z.string(),
  hintId: z.string(),
  taskId: z.string(),
  createdAt: instantSchema,
});
