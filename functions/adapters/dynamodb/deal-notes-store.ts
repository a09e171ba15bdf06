import { shardOf } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { type DealNotes, type DealNotesStore, NO_NOTES } from '../../ports/deal-notes-store.ts';
import { deleteItem, getItem, type Item, parseItem, putItemAfter } from './items.ts';
import type { Table } from './table.ts';

const notesSchema: z.ZodMiniType<DealNotes & { readonly version: number }> = z.object({
  version: z.int().check(z.minimum(1)),
  snooze: z.nullable(z.object({ reason: z.string(), untilDay: z.string(), setAt: z.number() })),
  dismissed: z.record(z.string(), z.number()),
  tasks: z.record(
    z.string(),
    z.object({
      claimedAt: z.number(),
      isOver: z.boolean(),
      created: z.nullable(z.object({ taskId: z.string(), createdAt: z.number() })),
    }),
  ),
});

export function dynamoDealNotesStore(table: Table): DealNotesStore {
  const keyOf = (dealId: string) => table.keys.dealNotes(shardOf(dealId), dealId);
  return {
    async read(dealId) {
      return notesIn(await getItem(table, keyOf(dealId), { isConsistent: false })).notes;
    },
    async readForChange(dealId) {
      return notesIn(await getItem(table, keyOf(dealId), { isConsistent: true }));
    },
    store(dealId, notes, expectedVersion) {
      const item = { ...keyOf(dealId), ...notes, version: expectedVersion + 1 };
      return putItemAfter(table, item, { counter: 'version', expected: expectedVersion });
    },
    async forget(dealId) {
      await Promise.all([keyOf(dealId), table.keys.snooze(dealId)].map((key) => deleteItem(table, key)));
    },
  };
}

function notesIn(item: Item | null): { readonly version: number; readonly notes: DealNotes } {
  if (item === null) return { version: 0, notes: NO_NOTES };
  const { version, ...notes } = parseItem(notesSchema, item);
  return { version, notes };
}
