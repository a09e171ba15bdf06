import { Button, EmptyState, ErrorState, LoadingSpinner, Select, Table, TableRow } from '@hubspot/ui-extensions';
import { PageLink, PageTitle } from '@hubspot/ui-extensions/pages';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../../hubspot-project/src/app/pages/views.ts';
import { pageInHubSpot, problem, trigger } from './page-in-hubspot.tsx';
import { pipelineList, stagesReport } from './stages-builder.ts';

const STAGES = '/v1/pipelines/default/stages';
const answers = { '/v1/pipelines': pipelineList, [STAGES]: stagesReport() };

describe('the analytics page', () => {
  it('opens with the first view, of the first pipeline', async () => {
    const page = pageInHubSpot({ path: '/', answers });
    expect(page.find(LoadingSpinner).props.label).toBe('Loading');
    await page.waitFor(() => page.find(Table));

    expect(page.find(PageTitle).text).toBe('Stages');
    expect(page.urls.map((url) => new URL(url).pathname)).toEqual(['/v1/pipelines', STAGES]);
  });

  it('shows the pipeline that the address names, and keeps it on the way to other views', async () => {
    const renewals = '/v1/pipelines/77/stages';
    const page = pageInHubSpot({
      path: '/stages',
      params: { pipeline: '77', from: '2026-01-01', unknown: 'x' },
      answers: { ...answers, [renewals]: stagesReport() },
    });
    await page.waitFor(() => page.find(Table));

    expect(page.urls.at(-1)).toBe(`https://insights.example.com${renewals}`);
    for (const link of page.findAll(PageLink)) {
      expect(link.props.params).toEqual({ pipeline: '77', from: '2026-01-01' });
    }
  });

  it('writes a choice into the address', async () => {
    const page = pageInHubSpot({ path: '/stages', params: { source: 'OFFLINE' }, answers });
    await page.waitFor(() => page.find(Table));

    trigger(page.find(Select, { name: 'pipeline' }), 'onChange', '77');

    expect(page.mocks.actions.navigateToPage.calls).toEqual([
      [{ to: '/stages', params: { source: 'OFFLINE', pipeline: '77' } }],
    ]);
  });

  it('says so when there is no such view, and shows the way out', () => {
    const page = pageInHubSpot({ path: '/nowhere', answers });

    expect(page.find(EmptyState).props.title).toBe('There is no such view');
    expect(page.find(PageLink, ({ text }) => text === 'Open the first view').props.to).toBe('/');
  });

  it('says so while no pipeline has been read', async () => {
    const page = pageInHubSpot({ path: '/', answers: { '/v1/pipelines': { asOf: 1, pipelines: [] } } });
    await page.waitFor(() => page.find(EmptyState));

    expect(page.text()).toContain('No pipeline has been read yet');
  });

  it('tells a refusal from a failure', async () => {
    const refused = pageInHubSpot({ path: '/', answers: { ...answers, [STAGES]: problem(403, 'forbidden') } });
    await refused.waitFor(() => refused.find(ErrorState));
    expect(refused.find(ErrorState).props).toMatchObject({ type: 'lock', title: 'Not shown to you' });

    const failed = pageInHubSpot({ path: '/', answers: { ...answers, [STAGES]: problem(500, 'internal') } });
    await failed.waitFor(() => failed.find(ErrorState));
    expect(failed.text()).toContain('request-1');
  });

  it('speaks French, with its plurals and numbers', async () => {
    const page = pageInHubSpot({ path: '/stages', locale: 'fr', answers });
    await page.waitFor(() => page.find(Table));

    expect(page.text()).toContain('C’est dans Proposal que les transactions restent le plus longtemps');
    expect(page.text()).toContain('1 transaction a été supprimée dans HubSpot et ne compte dans aucun chiffre.');
  });

  it('copies a table as spreadsheets paste it', async () => {
    const page = pageInHubSpot({ path: '/stages', answers });
    await page.waitFor(() => page.find(Table));
    page.mocks.actions.copyTextToClipboard.willCall(() => Promise.resolve());

    page.find(Button, ({ text }) => text === 'Copy this table').trigger('onClick');
    const [text] = page.mocks.actions.copyTextToClipboard.calls[0] ?? [];

    expect(String(text).split('\n')).toHaveLength(page.findAll(TableRow).length);
    expect(String(text).split('\n')[1]).toMatch(/^Discovery\t100\t10\t10\t40\t/);
  });
});

describe('the views', () => {
  it('have one address each', () => {
    expect(new Set(VIEWS.map(({ id }) => id)).size).toBe(VIEWS.length);
  });
});
