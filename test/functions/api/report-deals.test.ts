import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../../functions/api/open-api/answers.ts';
import { filledReports } from './filled-reports.ts';

const PERIOD = 'from=2026-01-01&to=2026-04-01';

/** But for what HubSpot decodes before it signs. */
const escaped = (text: string): string => encodeURIComponent(text).replaceAll(/%(?:3A|3B|2C)/g, decodeURIComponent);

describe('GET /v1/pipelines/{id}/deals', () => {
  it('shows as many deals behind a figure as the figure counts, in the form of the contract', async () => {
    const { get } = await filledReports();
    const behind = async (report: string, cell: string) => {
      const { status, json } = await get(`sales/deals?report=${report}&cell=${escaped(cell)}&${PERIOD}`);
      expect(status).toBe(200);
      expect(ANSWERS.readReportDeals.safeParse(json).error).toBeUndefined();
      return json.dealsInAll;
    };
    const report = async (name: string) => (await get(`sales/${name}?${PERIOD}`)).json;

    const { figures, recordFigures } = await report('overview');
    for (const { cell, now, figure } of figures) {
      const n = figure === 'win-rate' ? 60 : (now.n ?? 0);
      expect([cell, await behind('overview', cell)]).toEqual([cell, n]);
    }
    const [{ cell: stalledCell, now: stalledNow, withoutAmount }] = recordFigures;
    expect(await behind('overview', stalledCell)).toBe(stalledNow.n + withoutAmount);
    const { moves, lossesByStage, lossesByReason } = await report('transitions');
    for (const { cell, count } of moves) expect([cell, await behind('transitions', cell)]).toEqual([cell, count]);
    for (const { cell, lost } of [...lossesByStage, ...lossesByReason]) {
      expect([cell, await behind('transitions', cell)]).toEqual([cell, lost]);
    }
    for (const { cell, won, stages } of (await report('sources')).sources) {
      expect([cell, await behind('sources', cell)]).toEqual([cell, won]);
      for (const stage of stages) expect(await behind('sources', stage.cell)).toBe(stage.left);
    }
    for (const { cell, stalled } of (await report('stalled')).stages) {
      expect([cell, await behind('stalled', cell)]).toEqual([cell, stalled]);
    }
    for (const { cell, deals } of (await report('hygiene')).faults) {
      expect([cell, await behind('hygiene', cell)]).toEqual([cell, deals]);
    }
    for (const { cell, affected } of (await report('changes')).steps) {
      expect([cell, await behind('changes', cell)]).toEqual([cell, affected]);
    }
    for (const { stage, now } of (await report('flow')).stages) {
      expect(await behind('flow', `${stage.stageId}:entered`)).toBe(now.arrivals.entered);
      expect(await behind('flow', `${stage.stageId}:lost`)).toBe(now.exits.lost);
      expect(await behind('stages', `${stage.stageId}:at-end`)).toBe(now.atEnd);
    }
  });

  it('pages by fifty, the largest amount first, and shows each deal once', async () => {
    const { get } = await filledReports();
    const address = `sales/deals?report=overview&cell=win-rate&${PERIOD}`;

    const first = (await get(address)).json;
    const second = (await get(`${address}&cursor=${first.nextCursor}`)).json;
    const deals = [...first.deals, ...second.deals];

    expect([first.deals.length, second.deals.length, second.nextCursor]).toEqual([50, 10, null]);
    expect(new Set(deals.map(({ dealId }) => dealId)).size).toBe(60);
    expect(deals.map(({ amount }) => amount)).toEqual(deals.map(({ amount }) => amount).toSorted((a, b) => b - a));
    expect(deals[0]).toMatchObject({ amount: 1059, stage: { role: 'lost' }, isAtLeast: false });
  });

  it('asks for the deals of the filter, and refuses what the report refuses', async () => {
    const { get, asRep } = await filledReports();
    const address = `sales/deals?report=overview&cell=win-rate&${PERIOD}`;

    expect((await get(`${address}&dealType=newbusiness`)).json.dealsInAll).toBe(20);
    expect((await get(`${address}&owner=7`)).status).toBe(403);
    expect((await asRep(address)).status).toBe(403);
  });

  it.each([
    ['report=overview&cell=nothing', 'query.cell'],
    ['report=flow&cell=nowhere:entered', 'query.cell'],
    ['report=calibration&cell=x', 'query.cell'],
    ['report=overview&cell=win-rate&cursor=999', 'query.cursor'],
    ['report=none&cell=win-rate', 'query.report'],
  ])('says what is wrong with %s', async (query, location) => {
    const { get } = await filledReports();

    const { status, json } = await get(`sales/deals?${query}`);

    expect([status, json.errors[0].location]).toEqual([400, location]);
  });
});
