import { describe, expect, it } from 'vitest';
import type { SnoozeStore } from '../../../functions/ports/snooze-store.ts';

const SNOOZE = { reason: 'Budget round', untilDay: '2026-08-31', setAt: 100 };
const OVER_AT = Date.UTC(2026, 8, 7);

/** What reports rely on. */
export function snoozeStoreContract(make: () => Promise<SnoozeStore>): void {
  describe('SnoozeStore', () => {
    const listed = (dealId: string, notesVersion: number, snooze: typeof SNOOZE | null = SNOOZE) => ({
      dealId,
      snooze,
      notesVersion,
      overAt: OVER_AT,
    });

    it('answers the deals that wait, and none that do not any more', async () => {
      const store = await make();

      expect(await store.readSnoozes()).toEqual(new Map());
      await store.listSnooze(listed('9', 1));
      await store.listSnooze(listed('10', 1));
      await store.listSnooze(listed('10', 2, null));
      expect(await store.readSnoozes()).toEqual(new Map([['9', SNOOZE]]));
    });

    it('lets a later version of the notes stand, whichever is written last', async () => {
      const store = await make();

      await store.listSnooze(listed('9', 2, null));
      await store.listSnooze(listed('9', 1));
      await store.listSnooze(listed('9', 2));
      expect(await store.readSnoozes()).toEqual(new Map());
      await store.listSnooze(listed('9', 3));
      expect(await store.readSnoozes()).toEqual(new Map([['9', SNOOZE]]));
    });
  });
}
