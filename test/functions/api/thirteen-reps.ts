import { DEFAULT_SETTINGS, type Manager } from '@deal-stage-insights/shared';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { apiHost, ask, BASE_URL } from './api-host.ts';

export const REPS = 13;
export const DEALS = 30;
export const NORTH = 6; // Reps 0 to 5; 6 to 11 are of South, 12 is alone in Alone.
export const ownerOf = (rep: number): string => String(70_000 + rep);
export const userOf = (rep: number): string => String(90_000 + 7 * rep);
export const identity = (userId: string) =>
  `userId=${userId}&portalId=62515&userEmail=u${userId}%40example.com&appId=54321`;
const teamOf = (rep: number): string => (rep < NORTH ? 'north' : rep < 2 * NORTH ? 'south' : 'alone');

const PEOPLE = {
  readAt: 1,
  owners: Array.from({ length: REPS }, (_, rep) => ({
    ownerId: ownerOf(rep),
    userId: userOf(rep),
    teamIds: [teamOf(rep)],
    isArchived: false,
  })),
  teams: ['north', 'south', 'alone'].map((teamId) => ({ teamId, label: teamId, parentTeamId: null })),
};

/** Thirteen reps with thirty deals each, as of day 100; rep 0 loses most of them. */
export async function thirteenReps() {
  const stores = await rollupHost();
  const reads = Array.from({ length: REPS * DEALS }, (_, place) => {
    const rep = place % REPS;
    const isWon = rep === 0 ? place % 11 === 0 : Math.floor(place / REPS) % 2 === 0;
    const line = `new ${1 + (place % 9)}d, demo ${2 + (place % 7)}d, offer 45d, ${isWon ? 'won' : 'lost'}`;
    const histories = { amount: aTimeline('1000'), hubspot_owner_id: aTimeline(ownerOf(rep)) };
    return aDealThrough(line, { dealId: String(2000 + place), histories });
  });
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  await refreshReports(stores.deps);
  return stores;
}

interface Opened {
  readonly showsNamedReps?: boolean;
  readonly managers?: readonly Manager[];
  readonly groupOthersMin?: number;
}

/** The API over them, with these settings. */
export async function hostOf(
  stores: Awaited<ReturnType<typeof thirteenReps>>,
  { showsNamedReps = false, managers = [], groupOthersMin = 5 }: Opened = {},
) {
  const settingsStore = fakeSettingsStore();
  const change = { changedAt: 1, changedByUserId: '1' };
  const visibility = { ...DEFAULT_SETTINGS.visibility, showsNamedReps, groupOthersMin };
  await settingsStore.storeSection({ section: 'visibility', value: visibility, ...change }, 0);
  await settingsStore.storeSection({ section: 'managers', value: { managers }, ...change }, 0);
  const { reportStore, referenceStore, blockStore, clock } = stores;
  const host = apiHost({
    settingsStore,
    reportStore,
    referenceStore: { ...referenceStore, readPeople: async () => PEOPLE },
    blockStore,
    clock,
    readOwnerNames: async () => new Map([[ownerOf(1), 'Ben Keller']]),
  });
  const call = (who: string, address: string, method: string) =>
    ask(host, `/v1/pipelines/sales/${address}`, { identity: who, method, signedAt: clock.now() });
  return {
    host,
    get: (who: string, query = '', report = 'reps') => call(who, `${report}${query}`, 'GET'),
    /** By table, the CSV of an export; null: it was refused. */
    exported: async (who: string, report: string, query = ''): Promise<ReadonlyMap<string, string> | null> => {
      const { status, json } = await call(who, `export/${report}${query}`, 'POST');
      if (status !== 200) return null;
      const tables = json.tables.map(async ({ table, url }: { table: string; url: string }) => {
        const response = await host.app.request(url.replace(BASE_URL, 'https://gateway.internal'));
        return [table, await response.text()] as const;
      });
      return new Map(await Promise.all(tables));
    },
  };
}

export const MONTHS = '?from=2026-01-01&to=2026-04-01';
export const manager = (teams: Manager['teams']): Manager => ({ user: '555', teams });
