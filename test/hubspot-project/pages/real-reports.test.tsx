import {
  ErrorState,
  LineChart,
  LoadingSpinner,
  Table,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';
import { PageTitle } from '@hubspot/ui-extensions/pages';
import {
  parseCalibrationReport,
  parseChangesReport,
  parseCoachingReport,
  parseFlowReport,
  parseFocusReport,
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
  type RepRow,
  type VelocityFigures,
} from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { VIEWS, type ViewId } from '../../../hubspot-project/src/app/pages/views.ts';
import { pageInHubSpot, textOf } from './page-in-hubspot.tsx';
import { type Backend, portalOf } from './portal-of-deals.ts';

const PARSERS: Readonly<Record<ViewId, (input: unknown) => unknown>> = {
  overview: parseOverviewReport,
  transitions: parseTransitionsReport,
  sources: parseSourcesReport,
  stalled: parseStalledReport,
  focus: parseFocusReport,
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
  it('shows how many go on in each of the three ways of counting, each under its own name', async () => {
    const address = new URL('https://x.example/v1/pipelines/sales/stages');
    const report = parseStagesReport(await (await rich!(address)).json());
    const way = (value: number) =>
      ({ kind: 'estimate', value, low: value - 0.1, high: value + 0.1, level: 0.8, n: 40, from: 'stage' }) as const;
    // Of real deals two of the ways may be equal: then nobody would see them exchanged.
    const conversions = {
      entered: 61,
      stillWaiting: 7,
      allStages: way(0.41),
      anyStage: way(0.52),
      enteredCohort: way(0.63),
    };
    const stages = report.stages.map((each) => (each.stage.label === 'offer' ? { ...each, conversions } : each));
    const answers = async (url: URL) =>
      url.pathname.endsWith('/stages') ? Response.json({ ...report, stages }) : rich!(url);
    const page = pageInHubSpot({ path: '/stages', params: { pipeline: 'sales' }, answers });
    await page.waitFor(() => expect(page.text()).toContain('first came in then go on'), { timeoutInMs: 5_000 });

    const table = page
      .findAll(Table)
      .find((each) => each.findAll(TableHeader).some(({ text }) => text === 'Once those that wait have ended'));
    const titles = (table?.findAll(TableHeader) ?? []).map(({ text }) => text);
    const rows = (table?.findAll(TableRow) ?? []).map((row) => row.findAll(TableCell).map(textOf));
    const cell = (label: string, title: string) => rows.find(([stage]) => stage === label)?.[titles.indexOf(title)];

    expect(rows.find(([stage]) => stage === 'offer')?.slice(1, 3)).toEqual(['61', '7']);
    expect(cell('offer', 'By every stage, to the next')).toContain('41%');
    expect(cell('offer', 'To any later stage')).toContain('52%');
    expect(cell('offer', 'Once those that wait have ended')).toContain('63%');
    expect(cell('waiting', 'By every stage, to the next')).toBe('–');
  });
});

describe('the view of velocity', () => {
  it('names the months that its chart leaves out, with their wins, and draws no line across the gap', async () => {
    const address = new URL('https://x.example/v1/pipelines/sales/velocity');
    const report = parseVelocityReport(await (await rich!(address)).json());
    const month = (fromDay: string, velocity: VelocityFigures['velocity']) => ({ ...report.now, fromDay, velocity });
    const enough = { kind: 'estimate', value: 90, low: 70, high: 110, level: 0.8, n: 30, from: 'pipeline' } as const;
    const months = [
      month('2026-01-01', enough),
      month('2026-02-01', { kind: 'insufficient', n: 7, needed: 20 }),
      month('2026-03-01', enough),
    ];
    const charts = async (shown: readonly VelocityFigures[]) => {
      const answers = async (url: URL) =>
        url.pathname.endsWith('/velocity') ? Response.json({ ...report, months: shown }) : rich!(url);
      const page = pageInHubSpot({ path: '/velocity', params: { pipeline: 'sales' }, answers });
      await page.waitFor(() => expect(page.text()).toContain('How is this computed'), { timeoutInMs: 5_000 });
      return { text: page.text(), lines: page.findAll(LineChart).length };
    };

    const gap = await charts(months);
    const whole = await charts([months[0]!, months[2]!]);

    expect(gap.text).toContain('A month needs 20 wins to be drawn. Left out: Feb 2026 (7).');
    expect(gap.lines).toBe(0);
    expect(whole.text).not.toContain('Left out');
    expect(whole.lines).toBe(1);
  });
});

describe('the view of people', () => {
  it('calls the reader’s own row by no number', async () => {
    const report = parseRepsReport(await (await rich!(new URL('https://x.example/v1/pipelines/sales/reps'))).json());
    const own: RepRow = {
      ownerId: '70001',
      name: null,
      isDeparted: false,
      owned: 9,
      entered: 9,
      won: 2,
      lost: 3,
      wonAmount: 0,
      velocityShare: null,
      pace: null,
      comparison: null,
      conversions: [],
    };
    const answers = async (url: URL) =>
      url.pathname.endsWith('/reps') ? Response.json({ ...report, view: 'own', own, reps: [] }) : rich!(url);
    const page = pageInHubSpot({ path: '/reps', params: { pipeline: 'sales' }, locale: 'fr', answers });
    await page.waitFor(() => expect(page.text()).toContain('Vos chiffres'), { timeoutInMs: 5_000 });

    expect(page.findAll(TableCell).map(textOf)).toContain('Vous');
    expect(page.text()).not.toContain('70001');
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
