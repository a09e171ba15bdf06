import { describe, expect, it } from 'vitest';
import type { DeadLetterStore } from '../../../functions/ports/dead-letter-store.ts';

/** What ingest and reconcile rely on. */
export function deadLetterStoreContract(make: () => Promise<DeadLetterStore>): void {
  describe('DeadLetterStore', () => {
    it('keeps each deal once, with how often and since when it fails', async () => {
      const store = await make();
      expect(await store.list()).toEqual([]);

      await store.keep([{ dealId: '9', reason: 'unknown form' }], 100);
      await store.keep(
        [
          { dealId: '9', reason: 'too large' },
          { dealId: '10#a', reason: 'unknown form' },
        ],
        200,
      );

      expect(await store.list()).toEqual([
        { dealId: '10#a', reason: 'unknown form', firstAt: 200, lastAt: 200, tries: 1 },
        { dealId: '9', reason: 'too large', firstAt: 100, lastAt: 200, tries: 2 },
      ]);
    });

    it('forgets what is told, and begins anew with it', async () => {
      const store = await make();
      await store.keep([{ dealId: '9', reason: 'unknown form' }], 100);
      await store.forget(['9', 'never kept']);
      expect(await store.list()).toEqual([]);

      await store.keep([{ dealId: '9', reason: 'unknown form' }], 300);

      expect(await store.list()).toMatchObject([{ dealId: '9', firstAt: 300, tries: 1 }]);
    });
  });
}
