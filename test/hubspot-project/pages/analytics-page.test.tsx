import {
  Accordion,
  Button,
  EmptyState,
  ErrorState,
  Link,
  LoadingButton,
  LoadingSpinner,
  Panel,
  Select,
  StatisticsItem,
  Table,
  TableRow,
} from '@hubspot/ui-extensions';
import { PageLink, PageTitle } from '@hubspot/ui-extensions/pages';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../../hubspot-project/src/app/pages/views.ts';
import { dealsPage } from './deals-builder.ts';
import { overviewReport } from './overview-builder.ts';
import { pageInHubSpot, problem, trigger } from './page-in-hubspot.tsx';
import { measured, pipelineList, stagesReport } from './stages-builder.ts';

const STAGES = '/v1/pipelines/default/stages';
const OVERVIEW = '/v1/pipelines/default/overview';
const answers = { '/v1/pipelines': pipelineList, [STAGES]: stagesReport(), [OVERVIEW]: overviewReport() };

describe('the analytics page', () => {
  it('opens with the first view, of the first pipeline', async () => {
    const page = pageInHubSpot({ path: '/', answers });
    expect(page.find(LoadingSpinner).props.label).toBe('Loading');
    await page.waitFor(() => page.find(StatisticsItem));

    expect(page.find(PageTitle).text).toBe('Overview');
    expect(page.urls.map((url) => new URL(url).pathname)).toEqual(['/v1/pipelines', '/v1/viewer', OVERVIEW]);
  });

  it('shows the pipeline that the address names, and keeps it on the way to other views', async () => {
    const renewals = '/v1/pipelines/77/stages';
    const page = pageInHubSpot({
      path: '/stages',
      params: { pipeline: '77', from: '2026-01-01', unknown: 'x' },
      answers: { ...answers, [renewals]: stagesReport() },
    });
    await page.waitFor(() => page.find(Table));

    expect(page.urls.at(-1)).toBe(`https://insights.example.com${renewals}?from=2026-01-01`);
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

  describe.each([
    [
      'in the reader’s language',
      pipelineList,
      ['Toutes', 'Sites référents', 'Sans nom'],
      ['Toutes', 'Nouvelle affaire'],
    ],
    ['as far as the API tells them', { ...pipelineList, values: undefined }, ['Toutes', 'Sans nom'], ['Toutes']],
  ])('the values of a filter', (how, list, sources, dealTypes) => {
    it(`are offered ${how}, with the one that the address names`, async () => {
      const page = pageInHubSpot({
        path: '/stages',
        locale: 'fr',
        params: { source: 'Sans nom' },
        answers: { ...answers, '/v1/pipelines': list },
      });
      await page.waitFor(() => page.find(Table));

      const labels = (name: string) => page.find(Select, { name }).props.options.map(({ label }) => label);
      expect(labels('source')).toEqual(sources);
      expect(labels('dealType')).toEqual(dealTypes);
    });
  });

  it('says under a figure of a stage of few visits that it comes from others', async () => {
    const [first, ...others] = stagesReport().stages;
    const borrowed = { ...measured(9), from: 'portal' } as const;
    const report = {
      ...stagesReport(),
      stages: [{ ...first, dwellDaysMedian: borrowed, workingTime: null }, ...others],
    };
    const page = pageInHubSpot({ path: '/stages', answers: { ...answers, [STAGES]: report } });

    await page.waitFor(() => expect(page.text()).toContain('mostly from all pipelines'));
  });

  it('says whose deals the figures of few deals rest on, where these are not their own', async () => {
    const filtered = [
      { stageId: 'Discovery', left: 4, ledOnShare: measured(0.5), pace: measured(1.2, { from: 'source' }) },
    ];
    const page = pageInHubSpot({ path: '/stages', answers: { ...answers, [STAGES]: stagesReport({ filtered }) } });
    await page.waitFor(() => expect(page.text()).toContain('The chosen deals alone'));

    expect(page.text().match(/mostly from .*? of the stage/g)).toEqual(['mostly from all deals of the stage']);
    expect(page.text()).toContain('× 1.2');
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
    const refused = pageInHubSpot({ path: '/stages', answers: { ...answers, [STAGES]: problem(403, 'forbidden') } });
    await refused.waitFor(() => refused.find(ErrorState));
    expect(refused.find(ErrorState).props).toMatchObject({ type: 'lock', title: 'Not shown to you' });

    const failed = pageInHubSpot({ path: '/stages', answers: { ...answers, [STAGES]: problem(500, 'internal') } });
    await failed.waitFor(() => failed.find(ErrorState));
    expect(failed.text()).toContain('request-1');
  });

  it('speaks French, with its plurals and numbers', async () => {
    const page = pageInHubSpot({ path: '/stages', locale: 'fr', answers });
    await page.waitFor(() => page.find(Table));

    expect(page.text()).toContain('C’est dans Proposal que les transactions restent le plus longtemps');
    expect(page.text()).toContain('1 supprimée dans HubSpot, dans aucun chiffre');
  });

  it('copies a table as spreadsheets paste it', async () => {
    const page = pageInHubSpot({ path: '/stages', answers });
    await page.waitFor(() => page.find(Table));
    page.mocks.actions.copyTextToClipboard.willCall(() => Promise.resolve());

    page.find(Button, ({ text }) => text === 'Copy this table').trigger('onClick');
    const [text] = page.mocks.actions.copyTextToClipboard.calls[0] ?? [];

    expect(String(text).split('\n')).toHaveLength(page.findAll(Table)[0]?.findAll(TableRow).length ?? 0);
    expect(String(text).split('\n')[1]).toMatch(/^Discovery\t40\t38\t10\t12\t/);
  });
});

describe('the overview', () => {
  it('says of each figure whether it changed at all, and never more than is known', async () => {
    const page = pageInHubSpot({ path: '/overview', answers });
    await page.waitFor(() => page.find(StatisticsItem));
    const text = page.text();

    expect(text).toContain('Clearly more than before: Value won. Clearly less than before: Win rate.');
    expect(text).toContain('New deals 40 In the period. No clear change The period before: 30');
    expect(text).toContain('Change: +10 (−5 to +25)');
    expect(text).toContain('Change: −20 points (−30 points to −10 points)');
    expect(text).toContain('Days to the win – Not enough data (3 of 20)');
    expect(text).toContain('Change: +100% (−50% to +700%)');
  });
});

describe('whose deals', () => {
  const viewer = (role: string) => ({
    role,
    ownerId: '11',
    teams: role === 'rep' ? [] : [{ teamId: 'north', label: 'North' }],
    seesNames: false,
    teamReports: role === 'rep' ? [] : ['flow', 'velocity'],
  });

  it('are the own of a rep, in the report and in the deals behind it', async () => {
    const page = pageInHubSpot({ path: '/overview', answers: { ...answers, '/v1/viewer': viewer('rep') } });
    await page.waitFor(() => page.find(StatisticsItem));
    page.findAll(Panel)[0]?.trigger('onOpen');

    await page.waitFor(() => expect(page.urls.at(-1)).toContain('/deals?'));
    expect(page.urls.filter((url) => /overview|deals/.test(url)).every((url) => url.includes('owner=11'))).toBe(true);
  });

  it('are chosen by a manager among what may be asked, a team over whole months', async () => {
    const page = pageInHubSpot({
      path: '/flow',
      params: { source: 'OFFLINE' },
      answers: { ...answers, '/v1/viewer': viewer('manager') },
    });
    await page.waitFor(() => page.find(Select, { name: 'whose' }));
    const whose = () => page.find(Select, { name: 'whose' });
    expect(whose().props).toMatchObject({
      value: 'all',
      options: [{ label: 'All deals' }, { label: 'My deals' }, { label: 'Team North' }],
    });
    trigger(whose(), 'onChange', 'team:north');

    expect(page.mocks.actions.navigateToPage.calls).toEqual([
      [{ to: '/flow', params: { team: 'north', from: '2025-12-01', to: '2026-03-01' } }],
    ]);
  });
});

describe('a figure', () => {
  const DEALS = '/v1/pipelines/default/deals';
  const opened = async (backend: Record<string, unknown>, params = {}) => {
    const page = pageInHubSpot({ path: '/stages', params, answers: { ...answers, ...backend } });
    await page.waitFor(() => page.find(Table));
    const panel = () => page.find(Panel, ({ props }) => props.title === 'Discovery: Came in');
    panel().trigger('onOpen');
    return { page, panel };
  };

  it('leads to the deals behind it, with links to the records, under the same filters', async () => {
    const { page, panel } = await opened({ [DEALS]: dealsPage() }, { source: 'OFFLINE' });
    await page.waitFor(() => panel().find(Table));

    expect(
      panel()
        .findAll(Link)
        .map(({ props, text }) => [props.href, text]),
    ).toEqual([
      [expect.stringContaining('/record/0-3/501'), 'Harbour rollout'],
      [expect.stringContaining('/record/0-3/502'), 'Deal 502'],
    ]);
    const { searchParams } = new URL(page.urls.at(-1) ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      source: 'OFFLINE',
      report: 'stages',
      cell: 'Discovery:entered',
    });
  });

  it('asks for nothing before it is pressed', async () => {
    const page = pageInHubSpot({ path: '/stages', answers });
    await page.waitFor(() => page.find(Table));

    expect(page.urls.filter((url) => url.includes('/deals'))).toEqual([]);
  });

  it('turns the pages of a long list', async () => {
    const { page, panel } = await opened({ [DEALS]: dealsPage() });
    await page.waitFor(() => panel().find(Table));
    panel()
      .find(Button, ({ text }) => text === 'Next')
      .trigger('onClick');
    await page.waitFor(() => expect(panel().find(Table)).toBeDefined());

    expect(page.urls.at(-1)).toContain('cursor=502');
    expect(panel().find(Button, ({ text }) => text === 'Previous').props.disabled).toBe(false);
  });

  it('says so when its deals are not for the one who asks', async () => {
    const { page, panel } = await opened({ [DEALS]: problem(403, 'forbidden') });

    await page.waitFor(() => expect(panel().find(ErrorState).props.title).toBe('Not shown to you'));
  });
});

describe('how it is computed', () => {
  it('is asked when somebody opens it, and read in the reader’s language', async () => {
    const definitions = { report: 'stages', answers: [{ en: 'By counting.', fr: 'En comptant.' }] };
    const page = pageInHubSpot({
      path: '/stages',
      locale: 'fr',
      answers: { ...answers, '/v1/definitions/stages': definitions },
    });
    await page.waitFor(() => page.find(Table));
    const accordion = () => page.find(Accordion, { title: 'Comment est-ce calculé\u00a0?' });
    expect(page.urls.some((url) => url.includes('definitions'))).toBe(false);
    accordion().trigger('onClick');

    await page.waitFor(() => expect(page.text()).toContain('En comptant.'));
    expect(accordion().props.open).toBe(true);
  });
});

describe('the export', () => {
  const EXPORT = '/v1/pipelines/default/export/stages';
  const exported = async (answer: unknown) => {
    const page = pageInHubSpot({ path: '/stages', answers: { ...answers, [EXPORT]: answer } });
    await page.waitFor(() => page.find(Table));
    page.find(LoadingButton).trigger('onClick');
    return page;
  };

  it('gives a link for each table, and says how long they hold', async () => {
    const url = 'https://insights.example.com/v1/exports/abc';
    const page = await exported({
      report: 'stages',
      expiresAt: 1,
      tables: [{ table: 'moves', name: { en: 'all moves', fr: 'mouvements' }, url }],
    });
    await page.waitFor(() => page.find(Link, ({ text }) => text === 'Download: all moves'));

    expect(page.find(Link).props.href).toEqual({ url, external: true });
    expect(page.text()).toContain('work for one minute');
  });

  it('calls a table by its id where the API does not tell what it is called', async () => {
    const url = 'https://insights.example.com/v1/exports/abc';
    const page = await exported({ report: 'stages', expiresAt: 1, tables: [{ table: 'moves', url }] });

    await page.waitFor(() => page.find(Link, ({ text }) => text === 'Download: moves'));
  });

  it('says why there is none', async () => {
    const page = await exported(problem(500, 'internal'));

    await page.waitFor(() => expect(page.text()).toContain('The export could not be made'));
  });
});

describe('the views', () => {
  it('have one address each', () => {
    expect(new Set(VIEWS.map(({ id }) => id)).size).toBe(VIEWS.length);
  });
});
