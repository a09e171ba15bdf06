import { ErrorState, LoadingSpinner, Table, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { PageTitle } from '@hubspot/ui-extensions/pages';
import {
  parseCalibrationReport,
  parseChangesReport,
  parseCoachingReport,
  parseFlowReport,
  parseHygieneReport,
  parseOverviewReport,
  parseForecastReport,
  parsePipelines,
  parseReportDeals,
  parseReportExport,
  parseRepsReport,
  parseSourcesReport,
  parseStalledReport,
  parseStagesReport,
  parseTransitionsReport,
  parseVelocityReport,
} from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { readingOf } from '../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { VIEWS, type ViewId } from '../../../hubspot-project/src/app/pages/views.ts';
import { pageInHubSpot, textOf } from './page-in-hubspot.tsx';
import { type Backend, portalOf } from './portal-of-deals.ts';

const PARSERS: Readonly<Record<ViewId, (input: unknown) => unknown>> = {
  overview: parseOverviewReport,
  transitions: parseTransitionsReport,
  sources: parseSourcesReport,
  stalled: parseStalledReport,
  coaching: parseCoachingReport,
  hygiene: parseHygieneReport,
  changes: parseChangesReport,
  reps: parseRepsReport,
  stages: parseStagesReport,
  flow: parseFlowReport,
  velocity: parseVelocityReport,
  forecast: parseForecastReport,
  calibration: parseCalibrationReport,
};

const english = readingOf('en', 'UTC').formats;

let [rich, poor]: Backend[] = [];
beforeAll(async () => {
  [rich, poor] = [await portalOf(90), await portalOf(3)];
});

const cases = VIEWS.flatMap(({ id }) => (['en', 'fr'] as const).map((locale) => [id, locale] as const));

describe.each(VIEWS.map(({ id }) => id))('the answer of the API to %s', (id) => {
  it('is read by the page without leaving out anything', async () => {
    for (const backend of [rich!, poor!]) {
      const answer = await (await backend(new URL(`https://x.example/v1/pipelines/sales/${id}`))).json();
      expect(PARSERS[id](answer)).toEqual(answer);
    }
  });
});

describe.each(cases)('the view of %s in %s', (id, locale) => {
  it.each(['rich', 'poor'] as const)('shows the figures of a %s portal, none of them broken', async (portal) => {
    const answers = portal === 'rich' ? rich! : poor!;
    const page = pageInHubSpot({ path: `/${id}`, params: { pipeline: 'sales' }, locale, answers });
    await page.waitFor(
      () => expect(page.text()).toContain(locale === 'en' ? 'How is this computed' : 'Comment est-ce calculé'),
      {
        timeoutInMs: 5_000,
      },
    );

    expect(page.maybeFind(ErrorState)).toBeNull();
    expect(page.maybeFind(LoadingSpinner)).toBeNull();
    expect(page.find(PageTitle).text).not.toBe('');
    expect(page.text()).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    // A column is known by its title.
    for (const head of page.findAll(TableHead)) {
      const titles = head.findAll(TableHeader).map(({ text }) => text);
      expect(new Set(titles).size, titles.join(', ')).toBe(titles.length);
    }
  });
});

describe('the view of stages of some of the deals', () => {
  it('tells how these fare alone, and the page reads all of it', async () => {
    const params = { pipeline: 'sales', amountBand: '500-' };
    const address = new URL('https://x.example/v1/pipelines/sales/stages?amountBand=500-');
    const answer = await (await poor!(address)).json();
    const page = pageInHubSpot({ path: '/stages', params, answers: poor! });
    await page.waitFor(() => expect(page.text()).toContain('The chosen deals alone'), { timeoutInMs: 5_000 });

    expect(parseStagesReport(answer)).toEqual(answer);
    expect(page.text()).toContain('Go on, best guess');
  });
});

describe('the view of stages', () => {
  it('shows how many go on in each of the three ways of counting', async () => {
    const address = new URL('https://x.example/v1/pipelines/sales/stages');
    const { stages } = parseStagesReport(await (await rich!(address)).json());
    const page = pageInHubSpot({ path: '/stages', params: { pipeline: 'sales' }, answers: rich! });
    await page.waitFor(() => expect(page.text()).toContain('first came in then go on'), { timeoutInMs: 5_000 });

    const table = page
      .findAll(Table)
      .find((each) => each.findAll(TableHeader).some(({ text }) => text === 'Once those that wait have ended'));
    const rows = (table?.findAll(TableRow) ?? []).map((row) => row.findAll(TableCell).map(textOf));
    const cellsOf = (label: string) => rows.find(([stage]) => stage === label)?.slice(1) ?? [];

    const { entered, stillWaiting, ...shares } = stages.find(({ stage }) => stage.label === 'offer')!.conversions;
    const shown = [shares.allStages, shares.anyStage, shares.enteredCohort].map((share) =>
      share?.kind === 'estimate' ? english.percent(share.value) : 'none',
    );
    expect(shown).not.toContain('none');
    expect(cellsOf('offer').slice(0, 2)).toEqual([String(entered), String(stillWaiting)]);
    for (const [place, share] of shown.entries()) expect(cellsOf('offer')[2 + place]).toContain(share);
    expect(cellsOf('waiting')[2]).toBe('–');
  });
});

describe('the list of pipelines', () => {
  it('is read by the page without leaving out anything', async () => {
    const answer = await (await rich!(new URL('https://x.example/v1/pipelines'))).json();

    expect(parsePipelines(answer)).toEqual(answer);
  });
});

describe('what stands behind the figures', () => {
  it('is a page of deals that the page reads without leaving out anything', async () => {
    const address = new URL('https://x.example/v1/pipelines/sales/deals?report=stages&cell=demo:left');
    const answer = await (await rich!(address)).json();

    expect(parseReportDeals(answer)).toEqual(answer);
    expect(parseReportDeals(answer).deals.length).toBeGreaterThan(0);
  });

  it.each(VIEWS.map(({ id }) => id))(
    'can be taken along as links of an export of %s, of which the page names each table',
    async (id) => {
      const url = new URL(`https://x.example/v1/pipelines/sales/export/${id}`);
      const answer = await (await rich!(url, 'POST')).json();

      expect(parseReportExport(answer)).toEqual(answer);
      const { tables } = parseReportExport(answer);
      expect(tables.filter(({ name }) => name === null)).toEqual([]);
    },
  );
});
