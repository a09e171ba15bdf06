import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../../functions/api/open-api/answers.ts';
import { REPORT_OPERATIONS } from '../../../functions/api/report-operations.ts';
import { SERVED_REPORTS, type ServedReport, STORED_REPORTS } from '../../../functions/rollup/served-reports.ts';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealThrough, aTimeline, day } from '../../support/builders.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { ADMIN, apiHost, ask, IDENTITY } from './api-host.ts';

const schemaOf = (name: ServedReport) => ANSWERS[REPORT_OPERATIONS[name].operationId];

/** The API over stores that rollup has filled: sixty deals of two types, all closed by day 60, as of day 100. */
async function filledHost() {
  const stores = await rollupHost();
  const reads = Array.from({ length: 60 }, (_, place) =>
    aDealThrough(`new ${1 + (place % 9)}d, demo ${2 + (place % 7)}d, offer 5d, ${place % 2 === 0 ? 'won' : 'lost'}`, {
      dealId: String(2000 + place),
      facts: { dealtype: place % 3 === 0 ? 'newbusiness' : 'existingbusiness' },
      histories: { amount: aTimeline('1000') },
    }),
  );
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  await refreshReports(stores.deps);
  const chunksRead: number[] = [];
  const { reportStore, referenceStore, blockStore, clock } = stores;
  const host = apiHost({
    reportStore,
    referenceStore,
    clock,
    blockStore: {
      readHeads: () => blockStore.readHeads(),
      readChunks: (refs) => (chunksRead.push(refs.length), blockStore.readChunks(refs)),
    },
  });
  const get = (address: string, identity = ADMIN) =>
    ask(host, `/v1/pipelines/${address}`, { identity, signedAt: clock.now() });
  return { stores, host, get, chunksRead };
}

describe('GET /v1/pipelines/{id}/{report}', () => {
  it('hands on the stored report byte for byte, in the form of the contract, and reads no block for it', async () => {
    const { stores, get, chunksRead } = await filledHost();

    for (const name of STORED_REPORTS) {
      const { status, text, json } = await get(`sales/${name}`);
      expect(status).toBe(200);
      expect(text).toBe(await stores.reportStore.readReport('sales', name));
      expect(schemaOf(name).safeParse(json).error).toBeUndefined();
    }
    expect(chunksRead).toEqual([]);
  });

  it('makes those that are stored nowhere from the blocks, in the form of the contract', async () => {
    const { stores, get, chunksRead } = await filledHost();

    for (const name of SERVED_REPORTS.filter((each) => !STORED_REPORTS.some((stored) => stored === each))) {
      const { status, json } = await get(`sales/${name}`);
      expect(status).toBe(200);
      expect(schemaOf(name).safeParse(json).error).toBeUndefined();
      expect(await stores.reportStore.readReport('sales', name)).toBeNull();
    }
    expect(chunksRead).toHaveLength(1);
  });

  it('makes figures of the whole pipeline itself as long as rollup has not stored them', async () => {
    const { stores, get } = await filledHost();
    const { reportStore, referenceStore, blockStore, clock } = stores;
    const isKept = (name: string) => name !== 'model' && name !== 'flag-quality';
    const readReport = async (id: string, name: string) => (isKept(name) ? reportStore.readReport(id, name) : null);
    const host = apiHost({ referenceStore, blockStore, clock, reportStore: { readReport } });

    const address = '/v1/pipelines/sales/stalled?amountBand=0-';
    const { json } = await ask(host, address, { identity: ADMIN, signedAt: clock.now() });

    const stored = (await get('sales/stalled')).json;
    expect(stored.flagQuality.rows).toBeGreaterThan(0);
    expect({ ...json, filters: stored.filters }).toEqual(stored);
  });

  it('says the same with a filter that lets every deal through as is stored, but for the filter itself', async () => {
    const { get } = await filledHost();

    for (const name of SERVED_REPORTS) {
      const { filters: _none, ...stored } = (await get(`sales/${name}`)).json;
      const { filters, ...filtered } = (await get(`sales/${name}?amountBand=0-`)).json;
      expect(filtered).toEqual(stored);
      expect(filters.amountBand).toEqual({ from: 0, to: null });
    }
  });

  it('counts only the deals of the filter, whose parts add up to the whole', async () => {
    const { get } = await filledHost();
    const query = `from=2026-01-01&to=2026-04-01`;
    const wonOf = async (filter: string) => (await get(`sales/velocity?${query}${filter}`)).json;

    const whole = await wonOf('');
    const fresh = await wonOf('&dealType=newbusiness');
    const existing = await wonOf('&dealType=existingbusiness');

    expect(whole.now).toMatchObject({ won: 30, lost: 30 });
    expect(fresh.now.won).toBe(10);
    expect(fresh.deals).toMatchObject({ counted: 20, filteredOut: 40 });
    expect(fresh.now.won + existing.now.won).toBe(whole.now.won);
    expect(fresh.now.lost + existing.now.lost).toBe(whole.now.lost);
  });

  it('knows on a past day nothing of what came after it', async () => {
    const { get } = await filledHost();
    const asOfDay = new Date(day(9)).toISOString().slice(0, 10);

    const { json } = await get(`sales/velocity?asOf=${asOfDay}&from=2026-01-01`);

    expect(json.period).toEqual({ fromDay: '2026-01-01', toDay: asOfDay });
    // By then only deals with 1 day in `new` and 2 in `demo`, then 5 in `offer` have closed: the one of place 0.
    expect(json.now.won + json.now.lost).toBe(1);
    expect(json.deals.counted).toBe(60);
  });

  it('reads the blocks once, and afterwards only those that changed', async () => {
    const { stores, get, chunksRead } = await filledHost();
    await get('sales/flow?dealType=newbusiness');
    const [first = 0] = chunksRead;
    await get('sales/velocity?dealType=existingbusiness');
    expect(first).toBeGreaterThan(1);
    expect(chunksRead).toEqual([first]);

    await stores.run([await stores.record(aDealThrough('new 1d, lost', { dealId: '2000', lastModifiedAt: day(70) }))]);
    await get('sales/flow?dealType=newbusiness');

    expect(chunksRead).toEqual([first, 1]);
  });

  it('refuses reps, and filters that single out people, to everyone', async () => {
    const { get } = await filledHost();

    expect((await get('sales/flow', IDENTITY)).status).toBe(403);
    expect((await get('sales/flow?dealType=newbusiness', IDENTITY)).status).toBe(403);
    for (const filter of ['owner=7', 'team=3&from=2026-02-01&to=2026-03-01', 'owner=7&dealType=newbusiness']) {
      const { status, json } = await get(`sales/velocity?${filter}`);
      expect([status, json.code]).toEqual([403, 'forbidden']);
    }
  });

  it('asks what would be if, of the blocks that are kept warm, and refuses what cannot be asked', async () => {
    const { stores, host } = await filledHost();
    const post = (body: unknown, identity = ADMIN) =>
      ask(host, '/v1/pipelines/sales/what-if', {
        identity,
        signedAt: stores.clock.now(),
        method: 'POST',
        body: JSON.stringify(body),
      });
    const changes = [{ kind: 'lift-conversion', stageId: 'offer', shareOfLosses: 0.5 }];

    const { status, json } = await post({ changes });

    expect(status).toBe(200);
    expect(ANSWERS.askWhatIf.safeParse(json).error).toBeUndefined();
    expect(json.after.winEver).toBeGreaterThan(json.before.winEver);
    expect((await post({ changes }, IDENTITY)).status).toBe(403);
    expect((await post({ changes: [] })).json.errors[0].location).toBe('body.changes');
  });

  it.each([
    ['from=yesterday', 'query.from'],
    ['from=2026-04-01&to=2026-03-01', 'query.from'],
    ['asOf=2027-01-01', 'query.asOf'],
    ['amountBand=much', 'query.amountBand'],
    ['segment=size', 'query.segment'],
  ])('says what is wrong with %s', async (query, location) => {
    const { get } = await filledHost();

    const { status, json } = await get(`sales/flow?${query}`);

    expect(status).toBe(400);
    expect(json.errors[0].location).toBe(location);
  });

  it('does not know a pipeline that HubSpot does not list', async () => {
    const { get } = await filledHost();

    expect((await get('nothing/flow')).status).toBe(404);
    expect((await get('nothing/flow?from=2026-01-01')).status).toBe(404);
  });
});
