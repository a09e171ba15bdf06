import { DEFAULT_SETTINGS, type VisibilitySettings } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { ADMIN, apiHost, ask, BASE_URL } from './api-host.ts';

const MANAGER = 'userId=999&portalId=62515&userEmail=lead%40example.com&appId=54321';
const OWNERS = [
  { ownerId: '11', userId: '901', teamIds: ['north'], isArchived: false },
  { ownerId: '13', userId: '903', teamIds: ['south'], isArchived: false },
];

/** Zombies of North, of South and of nobody; the manager sees North. */
async function host(dealInsights: VisibilitySettings['dealInsights']) {
  const stores = await rollupHost();
  const past = Array.from({ length: 60 }, (_, place) =>
    aDealThrough(place % 3 === 0 ? 'new 50d, lost' : `new ${4 + (place % 2)}d, won`, { dealId: String(2000 + place) }),
  );
  const zombies = ['11', '13', ''].map((ownerId, place) =>
    aDealThrough('new', {
      dealId: String(1 + place),
      facts: ownerId === '' ? {} : { dealtype: 'rare' },
      histories: { amount: aTimeline('1000'), ...(ownerId === '' ? {} : { hubspot_owner_id: aTimeline(ownerId) }) },
    }),
  );
  await stores.run(await Promise.all([...past, ...zombies].map((read) => stores.record(read))));
  const { settingsStore, reportStore, referenceStore, blockStore, clock } = stores;
  const change = { changedAt: 1, changedByUserId: '1' };
  const visibility = { ...DEFAULT_SETTINGS.visibility, dealInsights };
  const managers = { managers: [{ user: '999', teams: ['north'] }] };
  await settingsStore.storeSection({ section: 'visibility', value: visibility, ...change }, 0);
  await settingsStore.storeSection({ section: 'managers', value: managers, ...change }, 0);
  await refreshReports(stores.deps);
  const api = apiHost({
    reportStore,
    blockStore,
    settingsStore,
    clock,
    referenceStore: { ...referenceStore, readPeople: async () => ({ readAt: 1, owners: OWNERS, teams: [] }) },
  });
  const get = (address: string, identity: string, method = 'GET') =>
    ask(api, `/v1/pipelines/sales/${address}`, { identity, method, signedAt: clock.now() });
  const open = async (url: string) => (await api.app.request(url.replace(BASE_URL, 'https://gateway.internal'))).text();
  return { get, open };
}

const dealsOf = (rows: readonly { readonly dealId: string }[]): readonly string[] =>
  rows.map(({ dealId }) => dealId).toSorted();

const isOpen = (dealId: string): boolean => dealId.length === 1;

describe('the deals that a report lists', () => {
  it.each([
    ['everyone', ['1', '2', '3']],
    ['owner', ['1', '3']],
    ['team', ['1', '3']],
  ] as const)(
    'are those whose insights are open to a manager of some teams, with insights for %s',
    async (whose, seen) => {
      const { get } = await host(whose);
      const [forAdmin, forManager] = [(await get('stalled', ADMIN)).json, (await get('stalled', MANAGER)).json];

      expect(dealsOf(forAdmin.rows)).toEqual(['1', '2', '3']);
      expect(dealsOf(forManager.rows)).toEqual(seen);
      expect({ ...forManager, rows: forAdmin.rows }).toEqual(forAdmin);
    },
  );

  it.each([
    'report=stalled&cell=stalled',
    'report=focus&cell=focus',
    'report=overview&cell=stalled-value',
    'report=overview&cell=hygiene-score',
  ])('are those behind a figure as well, which counts all of them: %s', async (figure) => {
    const { get } = await host('owner');
    const address = `deals?${figure}`;
    const [forAdmin, forManager] = [(await get(address, ADMIN)).json, (await get(address, MANAGER)).json];

    expect(dealsOf(forAdmin.deals).filter(isOpen)).toEqual(['1', '2', '3']);
    expect(dealsOf(forManager.deals).filter(isOpen)).toEqual(['1', '3']);
    expect({ ...forManager, deals: forAdmin.deals }).toEqual(forAdmin);
  });

  it('are kept out of the focus list as well, whose counts are of all deals', async () => {
    const { get } = await host('owner');
    const [forAdmin, forManager] = [(await get('focus', ADMIN)).json, (await get('focus', MANAGER)).json];

    expect(dealsOf(forAdmin.rows)).toEqual(['1', '2', '3']);
    expect(dealsOf(forManager.rows)).toEqual(['1', '3']);
    expect({ ...forManager, rows: forAdmin.rows }).toEqual(forAdmin);
  });

  it('are kept out of the agenda of the pipeline as well', async () => {
    const { get } = await host('owner');
    const { team } = (await get('coaching', ADMIN)).json;
    const seen = (await get('coaching', MANAGER)).json.team;

    expect(dealsOf(team.deals)).toEqual(['1', '2', '3']);
    expect(dealsOf(seen.deals)).not.toContain('2');
    expect(dealsOf(seen.deals)).toContain('1');
    expect({ ...seen, deals: team.deals }).toEqual(team);
  });

  it('are the same in the export', async () => {
    const { get, open } = await host('owner');
    const { json } = await get('export/stalled', MANAGER, 'POST');
    const { url } = json.tables.find(({ table }: { table: string }) => table === 'rows');
    const rows = (await open(url)).trim().split('\r\n');

    expect(rows.slice(1).map((row: string) => row.split(',')[0])).toEqual(['1', '3']);
  });

  it('are the only ones in figures that filters cut down to a few: nothing tells of a hidden deal', async () => {
    const { get } = await host('owner');
    const filter = 'dealType=rare'; // Of the zombies of North and South alone.
    const read = async (report: string, identity: string) => (await get(`${report}?${filter}`, identity)).json;
    const stalledValue = async (identity: string) => (await read('overview', identity)).recordFigures[0].now.value;

    expect((await read('stalled', ADMIN)).verdicts).toMatchObject({ open: 2, stalled: 2 });
    expect((await read('stalled', MANAGER)).verdicts).toMatchObject({ open: 1, stalled: 1 });
    expect((await read('hygiene', MANAGER)).openDeals).toBe(1);
    expect([await stalledValue(ADMIN), await stalledValue(MANAGER)]).toEqual([2000, 1000]);
    expect((await get(`deals?report=stalled&cell=stalled&${filter}`, MANAGER)).json.dealsInAll).toBe(1);
    expect((await read('stalled', ADMIN)).verdicts).toMatchObject({ open: 2, stalled: 2 });
  });
});
