import { DEFAULT_SETTINGS, type Manager, type Target } from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forecastGroupsSchema } from '../../../functions/api/schemas/forecast-report.ts';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { ADMIN, apiHost, ask } from './api-host.ts';

const REPS = 13;
const NORTH = 6; // Reps 0 to 5; 6 to 11 are of South, 12 is alone in Alone.
const ownerOf = (rep: number): string => String(70_000 + rep);
const userOf = (rep: number): string => String(90_000 + 7 * rep);
const identity = (userId: string) => `userId=${userId}&portalId=62515&userEmail=u${userId}%40example.com&appId=54321`;
const teamOf = (rep: number): string => (rep < NORTH ? 'north' : rep < 2 * NORTH ? 'south' : 'alone');
const PEOPLE = {
  readAt: 1,
  owners: Array.from({ length: REPS }, (_, rep) => ({
    ownerId: ownerOf(rep),
    userId: userOf(rep),
    teamIds: [teamOf(rep)],
    isArchived: false,
  })),
  teams: ['north', 'south', 'alone'].map((teamId) => ({ teamId, label: `Team ${teamId}`, parentTeamId: null })),
};

let stores: Awaited<ReturnType<typeof rollupHost>>;
/** Thirteen reps with ten closed deals and two that wait in `offer` since day 95, as of day 100. */
beforeAll(async () => {
  stores = await rollupHost();
  const reads = Array.from({ length: REPS * 12 }, (_, place) => {
    const [rep, turn] = [place % REPS, Math.floor(place / REPS)];
    const line =
      turn < 10
        ? `new ${1 + turn}d, demo ${2 + (rep % 5)}d, offer 30d, ${turn % 2 === 0 ? 'won' : 'lost'}`
        : 'new 95d, offer';
    const histories = { amount: aTimeline(String(1000 * (rep + 1))), hubspot_owner_id: aTimeline(ownerOf(rep)) };
    return aDealThrough(line, { dealId: String(2000 + place), histories });
  });
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  await refreshReports(stores.deps);
});

const target: Target = {
  pipelineId: 'sales',
  teamId: 'north',
  period: 'quarter',
  fromMonth: '2026-01',
  amount: 90_000,
};

async function hostWith({ showsNamedReps = false, managers = [] as readonly Manager[] } = {}) {
  const settingsStore = fakeSettingsStore();
  const change = { changedAt: 1, changedByUserId: '1' };
  const visibility = { ...DEFAULT_SETTINGS.visibility, showsNamedReps };
  await settingsStore.storeSection({ section: 'visibility', value: visibility, ...change }, 0);
  await settingsStore.storeSection({ section: 'managers', value: { managers }, ...change }, 0);
  await settingsStore.storeSection({ section: 'targets', value: { targets: [target] }, ...change }, 0);
  const { reportStore, referenceStore, blockStore, clock } = stores;
  const host = apiHost({
    settingsStore,
    reportStore,
    referenceStore: { ...referenceStore, readPeople: async () => PEOPLE },
    blockStore,
    clock,
    readOwnerNames: async () => new Map([[ownerOf(1), 'Ben Keller']]),
  });
  const get = (who: string) =>
    ask(host, '/v1/pipelines/sales/forecast/groups', { identity: who, signedAt: clock.now() });
  return { host, get };
}

const idsOf = (groups: readonly { readonly id: string | null }[]) => groups.map(({ id }) => id);

describe('GET /v1/pipelines/{id}/forecast/groups', () => {
  it('shows teams of which no figure tells of few, and no rep, until the switch is on (law L7)', async () => {
    const { get, host } = await hostWith({ managers: [{ user: '555', teams: 'all' }] });

    for (const who of [identity('555'), ADMIN]) {
      const { status, json, text } = await get(who);
      expect(status).toBe(200);
      expect(z.strictObject(forecastGroupsSchema.shape).parse(json)).toEqual(json);
      // South and Alone stay closed: what is left beside North and South would be one rep.
      expect(idsOf(json.groups.teams)).toEqual(['north']);
      expect(json.groups.owners).toBeNull();
      expect(text).not.toMatch(/700\d\d|Keller/);
    }
    expect(host.lines.filter(({ message }) => message.includes('by name'))).toEqual([]);
    expect((await get(identity(userOf(0)))).status).toBe(403);
  });

  it('adds up what a team has open and has won, against its own target', async () => {
    const { get } = await hostWith();

    const { json } = await get(ADMIN);

    expect(json).toMatchObject({ pipelineId: 'sales', horizonDays: 30, month: '2026-04', quarter: '2026-Q2' });
    // Two open deals of each of six reps, of 1,000 to 6,000 each; all wins were in the first quarter.
    expect(json.groups.teams[0]).toMatchObject({
      label: 'Team north',
      openDeals: 12,
      withoutAmount: 0,
      closedMonth: 0,
      closedQuarter: 0,
      targetMonth: null,
      targetQuarter: 90_000,
    });
    expect(json.groups.teams[0].next.mean).toBeGreaterThan(0);
    expect(json.groups.teams[0].next.mean).toBeLessThan(42_000);
    expect(json.groups.teams[0].weighted.measured).toBeCloseTo(json.groups.teams[0].next.mean, 0);
  });

  it('shows managers the teams and reps that they see once it is on, and logs each look', async () => {
    const { get, host } = await hostWith({ showsNamedReps: true, managers: [{ user: '555', teams: ['north'] }] });

    const { json } = await get(identity('555'));
    const all = (await get(ADMIN)).json;

    expect(idsOf(json.groups.teams)).toEqual(['north']);
    expect(idsOf(json.groups.owners)).toEqual([...Array.from({ length: NORTH }, (_, rep) => ownerOf(rep)), null]);
    expect(json.groups.owners[1]).toMatchObject({ label: 'Ben Keller', openDeals: 2 });
    expect(json.groups.owners.at(-1)).toMatchObject({ id: null, openDeals: 0 });
    expect(idsOf(all.groups.teams)).toEqual(['alone', 'north', 'south']);
    expect(all.groups.owners).toHaveLength(REPS + 1);
    const sum = (groups: readonly { readonly next: { readonly mean: number } }[]) =>
      groups.reduce((total, { next }) => total + next.mean, 0);
    expect(sum(all.groups.owners)).toBeCloseTo(sum(all.groups.teams), 0);
    expect(host.lines).toContainEqual({
      message: 'reps looked at by name',
      fields: expect.objectContaining({ report: 'forecast', userId: '555' }),
    });
  });
});
