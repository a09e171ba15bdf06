import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../local/hubspot-simulator/options.ts';
import { recordRoutes } from '../../../local/preview/record/record-routes.ts';
import type { RecordAccount, RecordDeal } from '../../../local/preview/page-config.ts';
import { previewOptions } from '../../browser/support/preview-options.ts';
import { simulatedHubSpot } from '../../browser/support/simulated-hubspot.ts';

let hubspot: Simulator;

beforeAll(async () => {
  hubspot = await simulatedHubSpot();
});
afterAll(() => hubspot.close());

const routes = (overrides: object = {}) =>
  recordRoutes({ ...previewOptions({ backendUrl: '', hubspotUrl: hubspot.url }), ...overrides });

const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
  (await (await routes().request(path, init)).json()) as T;

interface WithHistory {
  readonly propertiesWithHistory: { readonly dealstage: readonly object[] };
}

const patch = (properties: object) => ({ method: 'PATCH', body: JSON.stringify({ properties }) });

describe('the record page’s data', () => {
  it('are the stages in their order, and the owners by name', async () => {
    const account = await ask<RecordAccount>('/account');

    expect(account.pipelines[0]).toMatchObject({ pipelineId: 'default', label: 'Sales pipeline' });
    expect(account.pipelines[0]?.stages.at(-1)).toEqual({ stageId: 'lost', label: 'Closed lost' });
    expect(account.owners).toContainEqual({ ownerId: '901', name: 'Alva Rep' });
  });

  it('are open deals when nothing is searched for, else the deals that have the words', async () => {
    const search = (words: string) => ask<readonly RecordDeal[]>(`/deals?query=${encodeURIComponent(words)}`);
    const stages = (await search('')).map(({ properties }) => properties['dealstage']);

    expect(stages.length).toBeGreaterThan(0);
    expect(stages).not.toContain('won');
    expect(await search('Order 1007')).toMatchObject([{ dealId: '1007' }]);
  });

  it('have the properties that a card asks for beside the page’s own', async () => {
    const deal = await ask<RecordDeal>('/deals/1007?properties=hs_forecast_probability');

    expect(deal.properties).toMatchObject({ dealname: 'Order 1007', pipeline: 'default' });
    expect(deal.properties).toHaveProperty('hs_forecast_probability');
  });

  it('say when there is no such deal', async () => {
    const response = await routes().request('/deals/99999');

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });

  it('take a move as a person’s, and answer with the deal after it', async () => {
    const moved = await ask<RecordDeal>('/deals/1008', patch({ dealstage: 'contract' }));

    expect(moved.properties['dealstage']).toBe('contract');
    const history = await fetch(`${hubspot.url}/crm/v3/objects/deals/1008?propertiesWithHistory=dealstage`, {
      headers: { authorization: 'Bearer simulated-token' },
    });
    const [newest] = ((await history.json()) as WithHistory).propertiesWithHistory.dealstage;
    expect(newest).toMatchObject({ value: 'contract', sourceType: 'CRM_UI' });
  });

  it('refuse every move in a real portal', async () => {
    const response = await routes({ readOnly: true }).request('/deals/1009', patch({ amount: '1' }));

    expect(response.status).toBe(403);
    expect((await ask<RecordDeal>('/deals/1009')).properties['amount']).not.toBe('1');
  });

  it('say when HubSpot’s API is not there, or does not take the token', async () => {
    const gone = await routes({ hubspotUrl: 'http://127.0.0.1:1' }).request('/account');
    const stranger = await routes({ accessToken: 'other' }).request('/account');

    expect([gone.status, stranger.status]).toEqual([502, 502]);
    expect(await gone.json()).toEqual({ message: expect.stringContaining("HubSpot's API did not answer") });
    expect(await stranger.json()).toEqual({ message: expect.stringContaining('Authentication credentials') });
  });
});
