import { describe, expect, it } from 'vitest';
import { type DealNotesStore, NO_NOTES } from '../../../functions/ports/deal-notes-store.ts';

const SNOOZED = {
  ...NO_NOTES,
  snooze: { reason: 'Budget round', untilDay: '2026-03-31', setAt: 100 },
  tasks: { 'silence.9.5': { claimedAt: 90, isOver: true, created: { taskId: '77', createdAt: 95 } } },
  dismissed: { 'no-amount.9.5': 80 },
};

/** What the card's notes rely on. */
export function dealNotesStoreContract(make: () => Promise<DealNotesStore>): void {
  describe('DealNotesStore', () => {
    it('answers no notes of a deal that nobody noted anything of', async () => {
      const store = await make();

      expect(await store.read('9')).toEqual(NO_NOTES);
      expect(await store.readForChange('9')).toEqual({ version: 0, notes: NO_NOTES });
    });

    it('keeps what was noted, and lets only one of two that read the same write', async () => {
      const store = await make();

      expect(await store.store('9', SNOOZED, 0)).toBe('stored');
      expect(await store.store('9', NO_NOTES, 0)).toBe('lost-race');
      expect(await store.readForChange('9')).toEqual({ version: 1, notes: SNOOZED });
      expect(await store.store('9', NO_NOTES, 1)).toBe('stored');
      expect(await store.read('9')).toEqual(NO_NOTES);
      expect(await store.read('10')).toEqual(NO_NOTES);
    });

    it('forgets a deal', async () => {
      const store = await make();
      await store.store('9', SNOOZED, 0);

      await store.forget('9');

      expect(await store.readForChange('9')).toEqual({ version: 0, notes: NO_NOTES });
    });
  });
}
