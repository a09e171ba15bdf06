import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../../functions/ports/settings-store.ts';

const AT = 1_780_000_000_000;

/** The nth change of the headline horizon, told by its number of days. */
const change = (days: number) => ({
  section: 'horizons' as const,
  value: { days: [days], headlineDays: days },
  changedAt: AT + days,
  changedByUserId: '77',
});

/** What an admin changes and everybody reads. */
export function settingsStoreContract(make: () => Promise<SettingsStore>): void {
  describe('SettingsStore', () => {
    it('holds the defaults, at version 0, until somebody changes them', async () => {
      const state = await (await make()).readSettings();

      expect(Object.keys(state).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
      expect(state.visibility).toEqual({
        version: 0,
        changedAt: null,
        changedByUserId: null,
        value: DEFAULT_SETTINGS.visibility,
      });
    });

    it('gives back a changed section, and leaves the others as they were', async () => {
      const store = await make();
      expect(await store.storeSection(change(45), 0)).toBe('stored');

      const { horizons, stages } = await store.readSettings();

      const { section: _, ...stored } = change(45);
      expect(horizons).toEqual({ version: 1, ...stored });
      expect(stages.version).toBe(0);
    });

    it('lets one of two changes of the same version through', async () => {
      const store = await make();

      const raced = await Promise.all([store.storeSection(change(10), 0), store.storeSection(change(20), 0)]);

      expect(raced.toSorted()).toEqual(['lost-race', 'stored']);
      expect(await store.storeSection(change(30), 0)).toBe('lost-race');
      expect(await store.readHistory('horizons')).toHaveLength(1);
    });

    it('keeps what a section was before, newest first and each once, also when a change came too late', async () => {
      const store = await make();
      for (const [version, days] of [10, 20, 30].entries()) await store.storeSection(change(days), version);
      await store.storeSection(change(99), 2);

      const states = await store.readHistory('horizons');

      expect(states.map(({ version, changedAt }) => [version, changedAt])).toEqual([
        [3, AT + 30],
        [2, AT + 20],
        [1, AT + 10],
      ]);
      expect(states.at(-1)?.value).toEqual(change(10).value);
    });

    it('forgets a manager in all that was before, and leaves the others and the order of changes', async () => {
      const store = await make();
      const managers = (...users: readonly string[]) => users.map((user) => ({ user, teams: 'all' as const }));
      const lists = [managers('a@example.com'), managers('A@example.com', 'b@example.com'), managers('b@example.com')];
      for (const [version, list] of lists.entries()) {
        const section = 'managers' as const;
        await store.storeSection({ section, value: { managers: list }, changedAt: AT, changedByUserId: '77' }, version);
      }

      expect(await store.forgetManager('a@example.com')).toBe(2);

      const states = await store.readHistory('managers');
      expect(states.map(({ version }) => version)).toEqual([3, 2, 1]);
      expect(states.map(({ value }) => value)).toEqual([
        { managers: managers('b@example.com') },
        { managers: managers('b@example.com') },
        { managers: [] },
      ]);
      expect(await store.forgetManager('a@example.com')).toBe(0);
    });

    it('forgets what was before the last fifty changes', async () => {
      const store = await make();
      for (let version = 0; version < 53; version += 1) await store.storeSection(change(version + 1), version);

      const versions = (await store.readHistory('horizons')).map(({ version }) => version);

      expect([versions.length, versions[0], versions.at(-1)]).toEqual([51, 53, 3]);
    });
  });
}
