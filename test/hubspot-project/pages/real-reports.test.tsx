import { ErrorState, LoadingSpinner } from '@hubspot/ui-extensions';
import { PageTitle } from '@hubspot/ui-extensions/pages';
import {
  parseCalibrationReport,
  parseFlowReport,
  parseForecastReport,
  parsePipelines,
  parseRepsReport,
  parseStagesReport,
  parseVelocityReport,
} from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { VIEWS, type ViewId } from '../../../hubspot-project/src/app/pages/views.ts';
import { ADMIN, apiHost, ask } from '../../functions/api/api-host.ts';
import { rollupHost } from '../../functions/rollup/rollup-host.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { pageInHubSpot } from './page-in-hubspot.tsx';

const PARSERS: Readonly<Record<ViewId, (input: unknown) => unknown>> = {
  reps: parseRepsReport,
  stages: parseStagesReport,
  flow: parseFlowReport,
  velocity: parseVelocityReport,
  forecast: parseForecastReport,
  calibration: parseCalibrationReport,
};

/** The API over a portal of so many deals, with whatever rollup made of them. */
async function portalOf(deals: number) {
  const stores = await rollupHost();
  const reads = Array.from({ length: deals }, (_, place) =>
    aDealThrough(
      `new ${1 + (place % 9)}d, demo ${2 + (place % 7)}d, offer 5d, ${['won', 'lost', 'waiting'][place % 3]}`,
      {
        dealId: String(2000 + place),
        histories: place % 5 === 0 ? {} : { amount: aTimeline('1000') },
      },
    ),
  );
  await stores.run(await Promise.all(reads.map((read) => stores.record(read))));
  await refreshReports(stores.deps);
  const { reportStore, referenceStore, blockStore, clock } = stores;
  const host = apiHost({ reportStore, referenceStore, blockStore, clock });
  return async (url: URL) => {
    const signing = { identity: ADMIN, signedAt: clock.now() };
    const { status, text } = await ask(host, `${url.pathname}${url.search}`, signing);
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  };
}

type Backend = Awaited<ReturnType<typeof portalOf>>;
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
  });
});

describe('the list of pipelines', () => {
  it('is read by the page without leaving out anything', async () => {
    const answer = await (await rich!(new URL('https://x.example/v1/pipelines'))).json();

    expect(parsePipelines(answer)).toEqual(answer);
  });
});
