import { parseFocusReport } from '@deal-stage-insights/shared';
import { EmptyState, ErrorState, Link, Table } from '@hubspot/ui-extensions';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageInHubSpot, problem } from './page-in-hubspot.tsx';
import { type Backend, portalOf } from './portal-of-deals.ts';

let backend: Backend | undefined;
beforeAll(async () => {
  backend = await portalOf(30);
});

/** A portal whose deals wait in a parked stage, won and lost; the report as the page gets it, changed by the test. */
async function focusPage(change: (report: ReturnType<typeof parseFocusReport>) => object, locale = 'en-us') {
  const ask = backend!;
  const report = parseFocusReport(await (await ask(new URL('https://x.example/v1/pipelines/sales/focus'))).json());
  const answers = async (url: URL) =>
    url.pathname.endsWith('/focus') ? Response.json({ ...report, ...change(report) }) : ask(url);
  const page = pageInHubSpot({ path: '/focus', params: { pipeline: 'sales' }, locale, answers });
  await page.waitFor(
    () => expect(page.text()).toContain(locale === 'fr' ? 'Comment est-ce calculé' : 'How is this computed'),
    { timeoutInMs: 5_000 },
  );
  return page;
}

const chance = (value: number, n: number) =>
  ({ kind: 'estimate', value, low: value / 2, high: value * 2, level: 0.95, n, from: 'stage' }) as const;

describe('the focus list', () => {
  it('shows each deal with its chances, what less comes to, why, and the way to its record', async () => {
    const page = await focusPage(({ parked, counts }) => ({
      counts: { ...counts, focus: 1, lateSoon: 1 },
      rowsInAll: 1,
      parked: [],
      rows: parked.slice(0, 1).map((deal) => ({
        ...deal,
        dealId: '77',
        name: 'Lantern',
        amount: 4000,
        valueAtStake: 1640,
        winEver: chance(0.41, 61),
        winEverLater: chance(0.23, 47),
        lessLater: 720,
        usualDays: { ...chance(12, 90), value: 12 },
        reason: { en: 'It passes the usual time.', fr: 'Elle dépasse la durée habituelle.' },
        nextStep: { en: 'Ask what is missing.', fr: 'Demandez ce qui manque.' },
      })),
    }));

    const text = page.text();
    for (const shown of ['€1,640', 'of €4,000', '41%', '61 cases', '23%', '47 cases', '€720 less', '12 days'])
      expect(text).toContain(shown);
    expect(text).toContain('It passes the usual time. Ask what is missing.');
    expect(page.findAll(Link).map(({ props }) => props.href)).toContainEqual(
      expect.stringMatching(/\/record\/0-3\/77$/),
    );
  });

  it('shows no table where there is nothing to list, and no share where nobody was ever won back', async () => {
    const page = await focusPage(({ winBack }) => ({
      rows: [],
      withoutAmount: [],
      parked: [],
      lost: [],
      headline: { en: 'No open deal asks for attention now.', fr: 'Aucune.' },
      winBack: { ...winBack, reopenedShare: null, wonShare: null },
    }));

    expect(page.findAll(Table)).toEqual([]);
    expect(page.text()).toContain('No open deal asks for attention now.');
    expect(page.text()).toContain('Lost deals to win back');
    expect(page.text()).not.toContain('Won in the end');
  });

  it('shows lost deals with the measured shares, and how many there are in all', async () => {
    const lost = { dealId: '78', name: null, stage: null, amount: null, lostDays: 120, isAtLeast: true, reason: null };
    const page = await focusPage(
      ({ winBack, counts }) => ({
        counts: { ...counts, lost: 9 },
        lost: [lost],
        winBack: { ...winBack, reopenedShare: chance(0.12, 83), wonShare: chance(0.06, 83) },
      }),
      'fr',
    );

    const text = page.text();
    for (const shown of ['12\u00a0%', '6\u00a0%', '83 cas', 'au moins 120\u00a0jours', 'Aucun motif donné'])
      expect(text).toContain(shown);
    expect(text).toContain('Les 1 premières sur 9.');
  });

  it('tells a refusal from a failure, and from what is not made yet', async () => {
    for (const [status, code, Shown, words] of [
      [403, 'forbidden', ErrorState, 'Not shown to you'],
      [503, 'upstream-unavailable', ErrorState, 'The figures could not be loaded'],
      [404, 'not-found', EmptyState, 'Nothing to show here yet'],
    ] as const) {
      const answers = async (url: URL) => (url.pathname.endsWith('/focus') ? problem(status, code) : backend!(url));
      const page = pageInHubSpot({ path: '/focus', params: { pipeline: 'sales' }, answers });
      await page.waitFor(() => expect(page.find(Shown)).toBeDefined(), { timeoutInMs: 5_000 });
      expect(page.text()).toContain(words);
    }
  });
});
