import * as z from 'zod';

/** `door` answers webhooks; `work` takes from the queues and does what schedules start. */
export type Role = 'door' | 'work';

/** What a schedule starts. */
export const orderSchema = z.object({ id: z.int(), job: z.enum(['backfill', 'reconcile', 'nightly']) });
export type Order = z.output<typeof orderSchema>;

/** What a process tells the one that keeps it. */
export const noteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), url: z.string().nullable() }),
  z.object({ kind: z.literal('done'), id: z.int(), hasFailed: z.boolean() }),
]);
export type Note = z.output<typeof noteSchema>;
