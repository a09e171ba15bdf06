import { DEFAULT_SETTINGS, type Manager, type VisibilitySettings } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealThrough, aTimeline, CARE, SALES } from '../../support/builders.ts';
import { aRecord } from '../../support/builders.ts';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { ADMIN, apiHost, ask } from './api-host.ts';

/** Ann and Ben are of the team North, Carl of South; Dora has left; 15 is a queue of HubSpot's. */
const OWNERS = [
  { ownerId: '11', userId: '901', teamIds: ['north'], isArchived: false },
  { ownerId: '12', userId: '902', teamIds: ['north'], isArchived: false },
  { ownerId: '13', userId: '903', teamIds: ['south'], isArchived: false },
  { ownerId: '14', userId: null, teamIds: ['north'], isArchived: true },
  { ownerId: '15', userId: null, teamIds: [], isArchived: false },
];
const identity = (userId: string, name: string) =>
  `userId=${userId}&portalId=62515&userEmail=${name}%40example.com&appId=54321`;
const [ANN, BEN, CARL, GUEST] = [
  identity('901', 'ann'),
  identity('902', 'ben'),
  identity('903', 'carl'),
  identity('999', 'guest'),
];

interface Case {
  readonly dealInsights: VisibilitySettings['dealInsights'];
  readonly ownerId?: string;
  readonly managers?: readonly Manager[];
  readonly sent?: string[];
}

async function hostOf({ dealInsights, ownerId = '11', managers = [], sent = [] }: Case) {
  const histories = ownerId === '' ? {} : { hubspot_owner_id: aTimeline(ownerId) };
  const record = aRecord(aDealThrough('new 3d, demo', { histories }));
  const settingsStore = fakeSettingsStore();
  const change = { changedAt: 1, changedByUserId: '1' };
  const visibility = { ...DEFAULT_SETTINGS.visibility, dealInsights };
  await settingsStore.storeSection({ section: 'visibility', value: visibility, ...change }, 0);
  await settingsStore.storeSection({ section: 'managers', value: { managers }, ...change }, 0);
  return apiHost({
    settingsStore,
    dealStore: { readDeal: async (dealId) => (dealId === record.dealId ? record : null) },
    referenceStore: {
      readPipelines: async () => ({ readAt: 1, version: 'v', pipelines: [SALES, CARE] }),
      readPeople: async () => ({ readAt: 1, owners: OWNERS, teams: [] }),
    },
    ingestQueue: { sendDeals: async (dealIds) => void sent.push(...dealIds) },
  });
}

const statusFor = async (host: Awaited<ReturnType<typeof hostOf>>, who: string, query = '') =>
  (await ask(host, `/v1/deals/1001/insights${query}`, { identity: who })).status;

describe('the insights of a deal', () => {
  it.each([
    ['everyone', [200, 200, 200, 200, 200]],
    ['team', [200, 200, 200, 403, 403]],
    ['owner', [200, 200, 403, 403, 403]],
  ] as const)('are open to %s: admin, owner, same team, other team, no owner', async (dealInsights, expected) => {
    const host = await hostOf({ dealInsights });

    const statuses = [];
    for (const who of [ADMIN, ANN, BEN, CARL, GUEST]) statuses.push(await statusFor(host, who));

    expect(statuses).toEqual(expected);
  });

  it('are open to a manager of the owner’s team, and closed to one of another team', async () => {
    const of = (team: string) => hostOf({ dealInsights: 'owner', managers: [{ user: '999', teams: [team] }] });

    expect(await statusFor(await of('north'), GUEST)).toBe(200);
    expect(await statusFor(await of('south'), GUEST)).toBe(403);
  });

  it.each([
    ['nobody', ''],
    ['one who has left', '14'],
    ['a queue', '15'],
    ['one whom HubSpot no longer lists', '77'],
  ])('are open to all while the deal is of %s', async (_whom, ownerId) => {
    expect(await statusFor(await hostOf({ dealInsights: 'owner', ownerId }), CARL)).toBe(200);
  });

  it('are refused plainly, and a deal whose record is behind is read all the same', async () => {
    const sent: string[] = [];
    const host = await hostOf({ dealInsights: 'team', sent });

    const { status, json } = await ask(host, '/v1/deals/1001/insights?stage=offer', { identity: CARL });

    expect([status, json.code]).toEqual([403, 'forbidden']);
    expect(json.detail).toContain('its owner and the owner’s team');
    expect(sent).toEqual(['1001']);
  });

  it('follow a change of the settings at once', async () => {
    const host = await hostOf({ dealInsights: 'owner' });
    expect(await statusFor(host, CARL)).toBe(403);
    const body = JSON.stringify({ version: 1, value: DEFAULT_SETTINGS.visibility });

    await ask(host, '/v1/settings/visibility', { identity: ADMIN, method: 'PUT', body });

    expect(await statusFor(host, CARL)).toBe(200);
  });

  it('are never opened by what the page itself writes into the address', async () => {
    const host = await hostOf({ dealInsights: 'owner' });

    for (const forged of ['?userId=901', '?userEmail=boss%40example.com', '?ownerId=13&role=admin', '?appId=54321']) {
      expect(await statusFor(host, CARL, forged)).toBeGreaterThanOrEqual(401);
    }
  });
});
