import type { DealRead } from '@deal-stage-insights/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { hubspotDealSource, LIVE } from '../../../../functions/adapters/hubspot/deal-source.ts';
import { realTiming } from '../../../../functions/adapters/hubspot/timing.ts';
import type { SimulatorOptions } from '../../../../local/hubspot-simulator/options.ts';
import type { PortalSeed } from '../../../../local/portal-seed.ts';
import { fakeSecrets } from '../../../support/fakes.ts';
import { startHubSpotStub } from '../../../support/hubspot-stub.ts';
import {
  ACCESS_TOKEN,
  aPortal,
  aSeedDeal,
  openSimulator,
  standingClock,
  START,
} from '../../../local/hubspot-simulator/small-portal.ts';

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

const secrets = fakeSecrets({ accessToken: ACCESS_TOKEN, clientSecrets: [] });

async function open(seed: PortalSeed, overrides: Partial<SimulatorOptions> = {}) {
  const clock = standingClock();
  const simulator = await openSimulator(seed, { clock, ...overrides });
  closing.push(() => simulator.close());
  const source = hubspotDealSource({ baseUrl: simulator.url, secrets, timing: realTiming(clock), manners: LIVE });
  return { simulator, source, clock };
}

/** For what the simulator does not do: HubSpot's answers, one after the other. */
async function openStub(...bodies: readonly unknown[]) {
  const stub = await startHubSpotStub(bodies.map((body) => ({ status: 200, body })));
  closing.push(stub.close);
  const timing = realTiming(standingClock());
  return { stub, source: hubspotDealSource({ baseUrl: stub.url, secrets, timing, manners: LIVE }) };
}

const someDeals = (count: number) => Array.from({ length: count }, (_, index) => aSeedDeal(String(index + 1)));
const kinds = (reads: readonly DealRead[]) => reads.map(({ dealId, kind }) => `${dealId} ${kind}`).toSorted();

/** A deal as HubSpot answers it. */
const anAnswered = (id: string, overrides: Record<string, unknown> = {}) => ({
  id,
  createdAt: '2026-01-05T09:00:00.000Z',
  updatedAt: '2026-02-01T09:00:00.000Z',
  archived: false,
  properties: {},
  propertiesWithHistory: {},
  ...overrides,
});

describe('readDeals', () => {
  it('reads values, facts and histories, oldest first', async () => {
    const { source } = await open(aPortal(someDeals(3)));
    const seed = aSeedDeal('2');

    const [read] = await source.readDeals(['2']);

    expect(read).toMatchObject({
      kind: 'present',
      dealId: '2',
      readAt: START,
      createdAt: seed.createdAt,
      lastModifiedAt: seed.lastModifiedAt,
      histories: { dealstage: seed.histories['dealstage'], closedate: [] },
      facts: { dealname: 'Deal 2', pipeline: 'sales', closed_lost_reason: null },
      mergedDealIds: [],
    });
  });

  it('says of every id what became of it', async () => {
    const { source, simulator, clock } = await open(aPortal(someDeals(6)));
    clock.forward(1000);
    simulator.desk.archive('2');
    clock.forward(1000);
    simulator.desk.merge('3', '4');

    const reads = await source.readDeals(['1', '2', '3', '4', '99']);

    expect(kinds(reads)).toEqual(['1 present', '2 deleted', '3 present', '4 merged', '99 missing']);
    expect(reads.find(({ kind }) => kind === 'deleted')).toMatchObject({ deletedAt: START + 1000 });
    expect(reads.find(({ kind }) => kind === 'merged')).toMatchObject({ intoDealId: '3', mergedAt: START + 2000 });
    expect(reads.find(({ dealId }) => dealId === '3')).toMatchObject({ mergedDealIds: ['4'] });
  });

  it('tells of a merged deal whichever of the two is asked for', async () => {
    const { source, simulator } = await open(aPortal(someDeals(4)));
    simulator.desk.merge('3', '4');

    expect(kinds(await source.readDeals(['3']))).toEqual(['3 present', '4 merged']);
    expect(kinds(await source.readDeals(['4']))).toEqual(['3 present', '4 merged']);
  });

  it('tells of a deal that was merged into one that was deleted then', async () => {
    const { source, simulator } = await open(aPortal(someDeals(4)));
    simulator.desk.merge('3', '4');
    simulator.desk.archive('3');

    expect(kinds(await source.readDeals(['4']))).toEqual(['4 merged']);
    expect(kinds(await source.readDeals(['3']))).toEqual(['3 deleted']);
  });

  it('finds out which deal a strange answer belongs to when HubSpot names no merged ids', async () => {
    const nothing = { results: [] };
    const { source } = await openStub(
      { results: [anAnswered('1'), anAnswered('500')] }, // Asked for 1, 7 and 8.
      nothing, // Neither 7 nor 8 is archived.
      { results: [anAnswered('500')] }, // 7 alone.
      nothing, // 8 alone.
    );

    const reads = await source.readDeals(['1', '7', '8']);

    expect(kinds(reads)).toEqual(['1 present', '500 present', '7 merged', '8 missing']);
  });

  it('dates a merge by the history of the merged ids', async () => {
    const history = [
      { value: '7;8', timestamp: '2026-01-20T00:00:00Z', sourceType: 'MERGE_OBJECTS' },
      { value: '7', timestamp: '2026-01-10T00:00:00Z', sourceType: 'MERGE_OBJECTS' },
    ];
    const { source } = await openStub({
      results: [
        anAnswered('1', {
          properties: { hs_merged_object_ids: '7;8' },
          propertiesWithHistory: { hs_merged_object_ids: history },
        }),
      ],
    });

    const reads = await source.readDeals(['1']);

    expect(reads.flatMap((read) => (read.kind === 'merged' ? [[read.dealId, read.mergedAt]] : []))).toEqual([
      ['7', Date.parse('2026-01-10T00:00:00Z')],
      ['8', Date.parse('2026-01-20T00:00:00Z')],
    ]);
  });

  it.each([
    ['newest first', ['offer', 'demo', 'new']],
    ['oldest first', ['new', 'demo', 'offer']],
  ])('puts the current value last of a tie when HubSpot lists the %s', async (_, listed) => {
    const timestamp = '2026-01-20T00:00:00Z';
    const dealstage = listed.map((value) => ({ value, timestamp, sourceType: 'CRM_UI' }));
    const properties = { dealstage: 'offer' };
    const { source } = await openStub({
      results: [anAnswered('1', { properties, propertiesWithHistory: { dealstage } })],
    });

    const [read] = await source.readDeals(['1']);

    expect(read?.kind === 'present' && read.histories.dealstage.map(({ value }) => value)).toEqual([
      'new',
      'demo',
      'offer',
    ]);
  });

  it('reads an emptied value as empty', async () => {
    const hubspot_owner_id = [{ value: null, timestamp: '2026-01-20T00:00:00Z' }];
    const properties = { hubspot_owner_id: null, dealtype: '', createdate: '' };
    const { source } = await openStub({
      results: [anAnswered('1', { properties, propertiesWithHistory: { hubspot_owner_id } })],
    });

    expect((await source.readDeals(['1']))[0]).toMatchObject({
      createdAt: Date.parse('2026-01-05T09:00:00.000Z'),
      histories: { hubspot_owner_id: [{ value: '', sourceType: '' }] },
      facts: { dealtype: null },
    });
  });

  it('never takes a deal that HubSpot failed to read for one that is missing', async () => {
    const { source } = await openStub({ results: [anAnswered('1')], errors: [{ category: 'INTERNAL_ERROR' }] });

    await expect(source.readDeals(['1', '2'])).rejects.toMatchObject({ code: 'upstream-unavailable' });
  });

  it('takes fifty ids and no more, and asks nothing for none', async () => {
    const { source } = await open(aPortal(someDeals(51)));
    const ids = someDeals(51).map(({ dealId }) => dealId);

    expect(await source.readDeals(ids.slice(0, 50))).toHaveLength(50);
    await expect(source.readDeals(ids)).rejects.toThrow(RangeError);
    expect(await source.readDeals([])).toEqual([]);
  });
});

describe('searchCreated', () => {
  const window = { from: START - 100 * 3_600_000, to: START + 400 * 3_600_000 };

  it('finds every deal of the window once, page by page', async () => {
    const { source } = await open(aPortal(someDeals(450)));
    const found: string[] = [];
    const totals: number[] = [];
    let after: string | null = null;
    do {
      const page = await source.searchCreated(window, after);
      found.push(...page.deals.map(({ dealId }) => dealId));
      totals.push(page.total);
      after = page.after;
    } while (after !== null);

    expect(found).toEqual(someDeals(450).map(({ dealId }) => dealId));
    expect(totals).toEqual([450, 250, 50]);
  });

  it('keeps to the window: its beginning is in, its end is out', async () => {
    const { source } = await open(aPortal(someDeals(5)));
    const createdAt = (dealId: string) => aSeedDeal(dealId).createdAt;

    const page = await source.searchCreated({ from: createdAt('2'), to: createdAt('4') }, null);

    expect(page).toMatchObject({ total: 2, after: null, deals: [{ dealId: '2' }, { dealId: '3' }] });
  });

  it('loses no deal when others are deleted while it pages', async () => {
    const { source, simulator } = await open(aPortal(someDeals(300)));
    const first = await source.searchCreated(window, null);
    for (let id = 1; id <= 50; id += 1) simulator.desk.archive(String(id));

    const second = await source.searchCreated(window, first.after);

    expect(second.deals.map(({ dealId }) => dealId)).toEqual(
      someDeals(300)
        .slice(200)
        .map(({ dealId }) => dealId),
    );
  });
});

describe('searchModified', () => {
  it('finds what was modified in the window', async () => {
    const { source, simulator, clock } = await open(aPortal(someDeals(5)));
    clock.forward(5000);
    simulator.desk.update('4', { dealstage: 'won' });

    const page = await source.searchModified({ from: START + 5000, to: START + 5001 }, null);

    expect(page.deals).toEqual([{ dealId: '4', lastModifiedAt: START + 5000 }]);
  });
});

describe('reference data', () => {
  it('tells the roles of stages from their metadata', async () => {
    const { source } = await open(aPortal([]));

    const [sales] = await source.readPipelines();

    expect(sales?.stages.map(({ stageId, role, typedProbability }) => [stageId, role, typedProbability])).toEqual([
      ['new', 'open', 0.2],
      ['offer', 'open', 0.6],
      ['won', 'won', 1],
      ['lost', 'lost', 0],
    ]);
  });

  it('lists departed owners too, and no names of persons', async () => {
    const { source } = await open(aPortal([]));

    const { owners } = await source.readPeople();

    expect(owners.map(({ ownerId, isArchived }) => [ownerId, isArchived])).toEqual([
      ['11', false],
      ['12', true],
    ]);
    expect(JSON.stringify(owners)).not.toMatch(/Ann|example/);
  });

  it('reads owners page by page', async () => {
    const owner = aPortal([]).owners[0]!;
    const owners = Array.from({ length: 230 }, (_, index) => ({ ...owner, ownerId: String(1000 + index) }));
    const { source } = await open(aPortal([], { owners }));

    expect((await source.readPeople()).owners).toHaveLength(230);
  });

  it('knows which team is below which', async () => {
    const nested = { teamId: 't1', name: 'North', parentTeamId: 't9' };
    const { source } = await open(aPortal([], { teams: [nested, { teamId: 't9', name: 'Europe' }] }));

    expect((await source.readPeople()).teams).toEqual([
      { teamId: 't1', label: 'North', parentTeamId: 't9' },
      { teamId: 't9', label: 'Europe', parentTeamId: null },
    ]);
  });

  it('goes by the teams of the owners where the app may not read the tree of teams', async () => {
    const body = JSON.stringify({ category: 'MISSING_SCOPES' });
    const { source } = await open(aPortal([]), {
      faults: {
        beforeAnswer: ({ path }) => (path.startsWith('/settings/teams') ? { instead: { status: 403, body } } : {}),
      },
    });

    expect((await source.readPeople()).teams).toEqual([{ teamId: 't1', label: 'North', parentTeamId: null }]);
  });

  it('reads the account', async () => {
    const { source } = await open(aPortal([]));

    expect(await source.readAccount()).toEqual({ portalId: '4711', timeZone: 'Europe/Zurich', currency: 'CHF' });
  });
});
