import { parseDealInsights } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dealInsightsSchema } from '../../../functions/api/schemas/deal-insights.ts';
import { stagesReportSchema } from '../../../functions/api/schemas/stages-report.ts';
import { aDealThrough } from '../../support/builders.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { apiHost, ask, NOW } from './api-host.ts';

const DEAL = '1001';
const address = (query = '?pipeline=sales&stage=demo') => `/v1/deals/${DEAL}/insights${query}`;

/** The API over stores that rollup has filled: forty deals that were won or lost, and one that is in `demo`. */
async function filledHost() {
  const stores = await rollupHost();
  const finished = Array.from({ length: 40 }, (_, place) => {
    const line = `new ${1 + (place % 7)}d, demo ${2 + (place % 11)}d, offer 5d, ${place % 3 === 0 ? 'won' : 'lost'}`;
    return aDealThrough(line, { dealId: String(2000 + place) });
  });
  const reads = [...finished, aDealThrough('new 3d, demo', { dealId: DEAL })];
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  const reading: string[] = [];
  const sent: string[] = [];
  const host = apiHost({
    dealStore: { readDeal: (dealId) => (reading.push('deal'), stores.dealStore.readDeal(dealId)) },
    reportStore: {
      readReport: (pipelineId, name) => (reading.push(name), stores.reportStore.readReport(pipelineId, name)),
    },
    referenceStore: {
      readPipelines: () => (reading.push('pipelines'), stores.referenceStore.readPipelines()),
      readPeople: () => (reading.push('people'), stores.referenceStore.readPeople()),
    },
    ingestQueue: { sendDeals: async (dealIds, origin) => void sent.push(`${dealIds.join()} ${origin}`) },
  });
  return { host, stores, reading, sent };
}

describe('GET /v1/deals/{dealId}/insights', () => {
  it('answers the card as of now, in the form that the contract and the card’s own parser demand', async () => {
    const { host, sent } = await filledHost();

    const { status, headers, json } = await ask(host, address());

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(z.strictObject(dealInsightsSchema.shape).parse(json)).toEqual(json);
    expect(parseDealInsights(json)).toEqual(json);
    expect(json).toMatchObject({ dealId: DEAL, pipelineId: 'sales', asOf: NOW, behind: false, status: 'open' });
    expect(json.stage.stageId).toBe('demo');
    expect(json.usual.visits).toBe(41);
    expect(sent).toEqual([]);
  });

  it('reads everything at once, pipelines and people only now and then', async () => {
    const { host, reading } = await filledHost();

    await ask(host, address());
    expect(reading).toEqual(['deal', 'pipelines', 'people', 'model', 'coaching-figures']);
    await ask(host, address());
    expect(reading.slice(5)).toEqual(['deal', 'model', 'coaching-figures']);
  });

  it.each([
    ['stage', '?pipeline=sales&stage=offer'],
    ['pipeline', '?pipeline=care&stage=demo'],
  ])('is behind when the card sees another %s, and has the deal read again', async (_what, query) => {
    const { host, sent } = await filledHost();

    const { status, json } = await ask(host, address(query));

    expect(status).toBe(200);
    expect(json).toMatchObject({ behind: true, pipelineId: 'sales' });
    expect(json.usual).not.toBeNull();
    expect(sent).toEqual([`${DEAL} card`]);
  });

  it('is not behind when the card does not say what it sees', async () => {
    const { host, sent } = await filledHost();

    const { json } = await ask(host, address(''));

    expect(json.behind).toBe(false);
    expect(json.usual.visits).toBe(41);
    expect(sent).toEqual([]);
  });

  it('says that an unknown deal is being read, and has it read', async () => {
    const { host, sent } = await filledHost();

    const { status, json } = await ask(host, '/v1/deals/77/insights');

    expect(status).toBe(404);
    expect(json.code).toBe('not-found');
    expect(json.detail).toMatch(/being read/);
    expect(sent).toEqual(['77 card']);
  });

  it('answers without figures as long as the pipeline has none', async () => {
    const { stores } = await filledHost();
    const host = apiHost({ dealStore: stores.dealStore, referenceStore: stores.referenceStore });

    const { status, json } = await ask(host, address());

    expect(status).toBe(200);
    expect(json).toMatchObject({ usual: null, winProbability: null, figuresAt: null });
    expect(json.visits).toHaveLength(2);
  });

  it('leaves aside a model that another version of the code made', async () => {
    const { stores } = await filledHost();
    const readReport = () => Promise.resolve('{"modelVersion":"0","stages":"of another form"}');
    const { dealStore, referenceStore } = stores;

    const { status, json } = await ask(apiHost({ dealStore, referenceStore, reportStore: { readReport } }), address());

    expect(status).toBe(200);
    expect(json.usual).toBeNull();
  });

  it('does not read again a deal that was merged away', async () => {
    const { host, stores, sent } = await filledHost();
    const readAt = stores.clock.now();
    await stores.record({ kind: 'merged', dealId: DEAL, readAt, mergedAt: readAt, intoDealId: '2000' });

    const { status, json } = await ask(host, address());

    expect(status).toBe(404);
    expect(json.detail).toBe('This deal was merged into deal 2000.');
    expect(sent).toEqual([]);
  });

  it.each([
    ['path.dealId', `/v1/deals/${'1'.repeat(201)}/insights`],
    ['query.stage', `/v1/deals/${DEAL}/insights?stage=`],
    ['query.pipeline', `/v1/deals/${DEAL}/insights?pipeline=${'x'.repeat(201)}`],
  ])('names %s when that is what is wrong, and reads nothing', async (location, wrong) => {
    const { host, reading, sent } = await filledHost();

    const { status, json } = await ask(host, wrong);

    expect(status).toBe(400);
    expect(json.code).toBe('invalid-request');
    expect(json.errors).toEqual([expect.objectContaining({ location })]);
    expect([...reading, ...sent]).toEqual([]);
  });
});

describe('GET /v1/pipelines/{id}/stages', () => {
  it('answers the report as rollup stored it, in the form of the contract', async () => {
    const { host, stores } = await filledHost();

    const { status, text, json } = await ask(host, '/v1/pipelines/sales/stages');

    expect(status).toBe(200);
    expect(text).toBe(await stores.reportStore.readReport('sales', 'stages'));
    expect(z.strictObject(stagesReportSchema.shape).parse(json)).toEqual(json);
    expect(json.stages.map((each: { stage: { stageId: string } }) => each.stage.stageId)).toContain('demo');
  });

  it('says so when there is no such pipeline', async () => {
    const { host } = await filledHost();

    const { status, json } = await ask(host, '/v1/pipelines/unknown/stages');

    expect(status).toBe(404);
    expect(json.code).toBe('not-found');
  });
});
