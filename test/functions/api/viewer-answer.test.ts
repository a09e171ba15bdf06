import { ContractError, DEFAULT_SETTINGS, parseViewer } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { ADMIN, apiHost, ask } from './api-host.ts';

const PEOPLE = {
  readAt: 1,
  owners: [{ ownerId: '11', userId: '901', teamIds: ['north'], isArchived: false }],
  teams: [
    { teamId: 'south', label: 'South', parentTeamId: null },
    { teamId: 'north', label: 'North', parentTeamId: null },
    { teamId: 'harbour', label: 'Harbour', parentTeamId: 'north' },
  ],
};
const identity = (userId: string) => `userId=${userId}&portalId=62515&userEmail=u${userId}%40example.com&appId=54321`;
const [MANAGER, REP, STRANGER] = [identity('555'), identity('901'), identity('999')];
const [NORTH, HARBOUR] = [
  { teamId: 'north', label: 'North' },
  { teamId: 'harbour', label: 'Harbour' },
];

async function viewerAs(who: string, showsNamedReps = false) {
  const settingsStore = fakeSettingsStore();
  const change = { changedAt: 1, changedByUserId: '1' };
  const visibility = { ...DEFAULT_SETTINGS.visibility, showsNamedReps };
  await settingsStore.storeSection({ section: 'visibility', value: visibility, ...change }, 0);
  const managers = [{ user: '555', teams: ['north'] }];
  await settingsStore.storeSection({ section: 'managers', value: { managers }, ...change }, 0);
  const host = apiHost({ settingsStore, referenceStore: { readPeople: async () => PEOPLE } });
  return parseViewer((await ask(host, '/v1/viewer', { identity: who })).json);
}

describe('GET /v1/viewer', () => {
  it('tells a rep the own owner id, and of no team', async () => {
    const rep = { role: 'rep', ownerId: '11', teams: [], seesNames: false, teamReports: [] };

    expect(await viewerAs(REP)).toEqual(rep);
    expect(await viewerAs(REP, true)).toEqual({ ...rep, teamReports: [] });
    expect(await viewerAs(STRANGER)).toEqual({ ...rep, ownerId: null });
  });

  it('tells a manager of the teams seen, those below included, by their labels, and of names by the switch alone', async () => {
    const manager = { role: 'manager', ownerId: null, teams: [HARBOUR, NORTH] };

    expect(await viewerAs(MANAGER)).toEqual({ ...manager, seesNames: false, teamReports: ['flow', 'velocity'] });
    expect(await viewerAs(MANAGER, true)).toEqual({ ...manager, seesNames: true, teamReports: null });
  });

  it('tells an admin of all teams', async () => {
    expect(await viewerAs(ADMIN)).toMatchObject({
      role: 'admin',
      teams: [HARBOUR, NORTH, { teamId: 'south', label: 'South' }],
    });
  });

  it('is refused by its parser where a part is missing or of another form', async () => {
    const known = await viewerAs(REP);

    expect(() => parseViewer({ ...known, role: 'boss' })).toThrow(ContractError);
    expect(() => parseViewer({ ...known, teams: [{ teamId: 'north' }] })).toThrow(ContractError);
    expect(() => parseViewer({ ...known, seesNames: 1 })).toThrow(ContractError);
  });
});
