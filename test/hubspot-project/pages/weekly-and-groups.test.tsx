import { Accordion, Button, ErrorState, Link, Select, Table, TableRow } from '@hubspot/ui-extensions';
import { PageLink, PageTitle } from '@hubspot/ui-extensions/pages';
import type { ForecastGroupsReport } from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { lastWeek } from '../../../hubspot-project/src/app/pages/address/period.ts';
import { pageInHubSpot, problem } from './page-in-hubspot.tsx';
import { measured, stageView } from './stages-builder.ts';
import { type Backend, portalOf } from './portal-of-deals.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await portalOf(90);
});

const TEXT = { en: 'Call.', fr: 'Appelez.' };
const STALLED = {
  name: 'Granite',
  stage: stageView('demo'),
  ageDays: 36,
  isAtLeast: false,
  amount: 1_000,
  winEver: measured(0.3),
  valueAtStake: 300,
  verdict: { verdict: 'stalled', rule: 'probability-drop', now: 0.3, reference: 0.6, threshold: 0.36, n: 40 },
  reason: TEXT,
  evidence: [],
  nextStep: TEXT,
  lastContactedAt: null,
  nextActivityAt: null,
  closeAt: null,
};

describe('the sheet of the week', () => {
  const open = async (locale: 'en' | 'fr', answers: Backend = backend) => {
    const page = pageInHubSpot({ path: '/weekly', params: { pipeline: 'sales' }, locale, answers });
    await page.waitFor(() => expect(page.text()).toMatch(/What happened|Ce qui s’est passé/), { timeoutInMs: 5_000 });
    return page;
  };

  it.each(['en', 'fr'] as const)('has all four parts and nothing to press that paper cannot, in %s', async (locale) => {
    const page = await open(locale);

    expect(page.find(PageTitle).text).toBe(locale === 'en' ? 'Weekly summary' : 'Résumé hebdomadaire');
    const parts = {
      en: ['Then and now', 'Forecast', 'Stalled deals'],
      fr: ['Avant, après', 'Prévision', 'À l’arrêt'],
    };
    for (const part of parts[locale]) expect(page.text()).toContain(part);
    expect(page.text()).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    expect(page.findAll(Select)).toEqual([]);
    expect(page.findAll(PageLink)).toEqual([]);
    expect(page.findAll(Button).map(({ text }) => text)).toEqual([locale === 'en' ? 'Refresh' : 'Actualiser']);
  });

  it('is of the last whole week, and of what is open now', async () => {
    const { urls } = await open('en');
    const asked = urls.map((url) => new URL(url)).filter(({ pathname }) => pathname.startsWith('/v1/pipelines/sales/'));

    const query = (report: string) => asked.find(({ pathname }) => pathname.endsWith(report))?.search;
    expect(query('/overview')).toMatch(/^\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
    expect(query('/changes')).toBe(query('/overview'));
    expect([query('/forecast'), query('/stalled')]).toEqual(['', '']);
  });

  it('names at most five stalled deals, with links to them', async () => {
    const rows = Array.from({ length: 9 }, (_, place) => ({ ...STALLED, dealId: String(place) }));
    const page = await open('en', async (url, method) => {
      const answer = await backend(url, method);
      return url.pathname.endsWith('/stalled')
        ? Response.json({ ...Object(await answer.json()), rows, rowsInAll: 9 })
        : answer;
    });
    const stalled = page.findAll(Table).at(-1);

    expect(stalled?.findAll(TableRow)).toHaveLength(1 + 5);
    expect(stalled?.findAll(Link).map(({ text }) => text)).toEqual(Array(5).fill('Granite'));
    expect(page.text()).toContain('The first 5 of 9.');
  });

  it('says so when one of its reports is refused', async () => {
    const answers: Backend = async (url, method) =>
      url.pathname.endsWith('/changes') ? problem(403, 'forbidden') : backend(url, method);
    const page = pageInHubSpot({ path: '/weekly', params: { pipeline: 'sales' }, answers });
    await page.waitFor(() => page.find(ErrorState), { timeoutInMs: 5_000 });

    expect(page.find(ErrorState).props.type).toBe('lock');
  });
});

describe('lastWeek', () => {
  it.each([
    ['2026-05-20', '2026-05-11', '2026-05-18'],
    ['2026-05-18', '2026-05-11', '2026-05-18'],
    ['2026-05-17', '2026-05-04', '2026-05-11'],
  ])('of %s goes from Monday to Monday', (today, from, to) => {
    expect(lastWeek(today)).toEqual({ from, to });
  });
});

describe('deals that wait with reason', () => {
  it('stand apart from the stalled ones, with what they wait for and until when', async () => {
    const waiting = [
      {
        dealId: '7',
        name: 'Harbour',
        stage: stageView('offer'),
        ageDays: 50,
        isAtLeast: true,
        amount: 4_000,
        reason: 'Their budget opens in July.',
        untilDay: '2026-07-01',
      },
    ];
    const answers: Backend = async (url, method) => {
      const answer = await backend(url, method);
      return url.pathname.endsWith('/stalled') ? Response.json({ ...Object(await answer.json()), waiting }) : answer;
    };
    const page = pageInHubSpot({ path: '/stalled', params: { pipeline: 'sales' }, answers });
    await page.waitFor(() => expect(page.text()).toContain('Their budget opens in July.'), { timeoutInMs: 5_000 });

    for (const text of ['Waiting with reason', 'Harbour', 'at least 50 days', '€4,000', 'Jul 1, 2026'])
      expect(page.text()).toContain(text);
  });
});

describe('the forecast by team and rep', () => {
  const range = { mean: 40_000, p10: 30_000, p50: 40_000, p90: 50_000 };
  const group = {
    id: '71',
    label: 'Companies',
    openDeals: 12,
    withoutAmount: 2,
    closedMonth: 1_000,
    closedQuarter: 9_000,
    next: range,
    restOfMonth: range,
    restOfQuarter: { kind: 'insufficient', n: 3, needed: 20 },
    weighted: { typed: 1, measured: 1, due: 1, dueDeals: 1 },
    targetMonth: null,
    targetQuarter: 120_000,
  } as const;
  const groupsOf = (groups: ForecastGroupsReport['groups']) => ({
    asOf: 1,
    position: {},
    modelVersion: '1',
    pipelineId: 'sales',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    horizonDays: 30,
    month: '2026-05',
    quarter: '2026-Q2',
    groups,
  });
  const open = async (groups: ForecastGroupsReport['groups']) => {
    const answers: Backend = async (url, method, body) =>
      url.pathname.endsWith('/forecast/groups') ? Response.json(groupsOf(groups)) : backend(url, method, body);
    const page = pageInHubSpot({ path: '/forecast', params: { pipeline: 'sales' }, answers });
    await page.waitFor(() => page.find(Accordion, { title: 'By team and by rep' }), { timeoutInMs: 5_000 });
    const asked = () => page.urls.filter((url) => url.includes('/forecast/groups')).length;
    // What is asked for when it is opened has come by now; what was asked for at once would have, too.
    page.find(Accordion, { title: 'How is this computed?' }).trigger('onClick');
    await page.waitFor(() => expect(page.urls.join(' ')).toContain('/v1/definitions/forecast'));
    expect(asked()).toBe(0);
    page.find(Accordion, { title: 'By team and by rep' }).trigger('onClick');
    await page.waitFor(() => expect(page.text()).toContain('Deals to come have no owner yet.'));
    expect(asked()).toBe(1);
    return page;
  };

  it('is asked for when it is opened, and says what each group has and may bring', async () => {
    const page = await open({ teams: [group], owners: [{ ...group, id: null, label: null }] });

    for (const text of ['Companies', '2 without an amount', '€9,000', '€30,000 to €50,000', '€120,000', 'Nobody'])
      expect(page.text()).toContain(text);
    expect(page.text()).toContain('Not enough data (3 of 20)');
  });

  it('says so where no team may be shown by itself', async () => {
    const page = await open({ teams: [], owners: null });

    expect(page.text()).toContain('No team may be shown by itself.');
  });
});
