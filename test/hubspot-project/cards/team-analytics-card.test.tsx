import {
  type ActionEffect,
  parseActionsReport,
  parseForecastReport,
  parseStalledReport,
  type StalledDeal,
  type StalledReport,
} from '@deal-stage-insights/shared';
import { Heading, Link, StatisticsItem, StatusTag } from '@hubspot/ui-extensions';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { TeamAnalyticsCard } from '../../../hubspot-project/src/app/cards/TeamAnalyticsCard.tsx';
import { readingOf } from '../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { aYoungEffect, anEffect, TOO_FEW } from '../effect-builder.ts';
import { problem } from '../pages/page-in-hubspot.tsx';
import { type Backend, portalOf } from '../pages/portal-of-deals.ts';
import { measured, stageView } from '../pages/stages-builder.ts';
import { cardOnARecord } from './card-on-a-record.tsx';
import { allInsights, anEstimate, usualDwell } from './insights-builder.ts';

let rich: Backend;
beforeAll(async () => {
  rich = await portalOf(90);
});
afterEach(() => vi.unstubAllGlobals());

const insights = allInsights({ pipelineId: 'sales', dealId: '2002' });
const { money } = readingOf('en-us', 'Europe/Paris').formats;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const answerOf = async (report: string) =>
  (await rich(new URL(`https://x.example/v1/pipelines/sales/${report}`))).json();

/** The card over an API that answers by path; what is not given comes from a real one. */
async function teamCard(given: (path: string) => Response | null = () => null, locale = 'en-us') {
  const card = cardOnARecord({ replies: [], locale, Card: TeamAnalyticsCard });
  card.mocks.context.extension = { appId: 54_321, appName: 'Deal Stage Insights', cardTitle: 'Team analytics' };
  vi.stubGlobal('self', {
    hsFetch: async (url: string) => {
      const { pathname } = new URL(url);
      const answer = given(pathname);
      if (answer !== null) return answer;
      return pathname.endsWith('/insights') ? Response.json(insights) : rich(new URL(url));
    },
  });
  await card.waitFor(() => expect(card.findAll(Heading).length).toBeGreaterThan(0));
  return card;
}

const inBoth = (text: string) => ({ en: text, fr: text });

const aStalledDeal = (dealId: string): StalledDeal => ({
  dealId,
  name: null,
  stage: stageView('offer'),
  ageDays: 60,
  isAtLeast: false,
  amount: 1_000,
  winEver: measured(0.2),
  valueAtStake: 200,
  verdict: { verdict: 'stalled', rule: 'dwell-quantile', now: 60, reference: null, threshold: 40, n: 90 },
  reason: inBoth('Here for 60 days.'),
  evidence: [{ name: 'ageDays', value: 60, unit: 'days' }],
  nextStep: inBoth('Call.'),
  nextActivityAt: null,
  lastContactedAt: null,
  closeAt: null,
});

describe('the team analytics card', () => {
  it('says in whose stages the usual time was measured where too few visits of the stage are over', async () => {
    const borrowed = anEstimate(9, { from: 'pipeline', n: 303 });
    const usual = usualDwell({
      dwellDaysMedian: borrowed,
      shareOverByNow: anEstimate(0.7, { from: 'pipeline', n: 303 }),
    });
    const card = await teamCard((path) => (path.endsWith('/insights') ? Response.json({ ...insights, usual }) : null));

    expect(card.text()).toContain('Too few visits are over: mostly from 303 visits to other stages.');
    expect(card.text()).not.toContain('visits to this stage were over');
  });

  it('gives a manager the figures of the API: bottleneck, forecast, what is stalled', async () => {
    const [forecast, stalled] = [
      parseForecastReport(await answerOf('forecast')),
      parseStalledReport(await answerOf('stalled')),
    ];
    const card = await teamCard();
    const text = card.text();

    expect(card.findAll(Heading).map((heading) => heading.text)).toEqual([
      'The team’s usual time in Proposal',
      'Sales pipeline at a glance',
      'Bottleneck',
      `Won in the next ${forecast.horizonDays} days`,
      'Stalled',
      'What was done, and what came after it',
    ]);
    const { total } = forecast.next;
    if ('kind' in total) throw new Error('The portal of the test must have a forecast.');
    expect(text).toContain(money(total.p50, forecast.currency));
    expect(text).toContain(`between ${money(total.p10, forecast.currency)} and ${money(total.p90, forecast.currency)}`);
    expect(text).toContain(`${stalled.verdicts.stalled} of ${stalled.verdicts.open}`);
  });

  it('leads into the analytics page, at this pipeline', async () => {
    const card = await teamCard();

    expect(card.findAll(Link).map(({ props }) => props.href)).toEqual(
      ['stages', 'forecast', 'overview'].map((view) => expect.stringMatching(`/${view}\\?pipeline=sales$`)),
    );
  });

  it('says where this deal stands among the stalled ones', async () => {
    const report = parseStalledReport(await answerOf('stalled'));
    const rows = [aStalledDeal('1'), aStalledDeal('2002')];
    const answer: StalledReport = { ...report, rows, verdicts: { ...report.verdicts, stalled: 2 } };
    const card = await teamCard((path) => (path.endsWith('/stalled') ? Response.json(answer) : null));

    expect(card.text()).toContain('This deal is number 2 of 2 by value at stake.');
  });

  it('shows a rep the team’s usual time alone, and says why', async () => {
    const closed = (path: string) => (/forecast|stalled/.test(path) ? problem(403, 'forbidden') : null);
    const card = await teamCard(closed, 'fr-fr');

    expect(card.findAll(Heading).map((heading) => heading.text)).toEqual(['Le temps habituel de l’équipe en Proposal']);
    expect(card.findAll(StatisticsItem).map(({ props }) => plain(String(props.number)))).toEqual([
      '23 jours',
      '12 jours',
      'de 2 jours à 40 jours',
    ]);
    expect(card.text()).toContain('pour les managers');
  });

  it('tells a manager what came after what was done, the newest three, and who may record it where nothing was', async () => {
    const withActions = async (actions: readonly ActionEffect[]) => {
      const answer = { ...parseActionsReport(await answerOf('actions')), actions };
      return teamCard((path) => (path.endsWith('/actions') ? Response.json(answer) : null));
    };
    const none = await withActions([]);
    const some = await withActions([
      aYoungEffect({ actionId: 'action-9' }),
      anEffect({ alsoRecorded: 2 }),
      anEffect({
        actionId: 'action-3',
        aim: 'conversion',
        verdict: 'worsened',
        placebo: { stageIds: [], change: TOO_FEW },
      }),
      anEffect({ actionId: 'action-2', verdict: 'no-difference-detectable', days: 60 }),
    ]);
    const text = some.text();

    expect(none.text()).toContain('Nothing was recorded for this pipeline. An admin can');
    expect(some.findAll(StatusTag).map((tag) => tag.text)).toEqual(['Too little yet', 'Improved', 'Worsened']);
    for (const words of [
      'Proposal: Offers follow one template',
      'Not enough data (4 of 20)',
      '2 more actions were recorded here',
      'There is no other stage to compare with',
      'Share of visits that go on',
      '1 earlier one is in the settings.',
    ])
      expect(plain(text)).toContain(words);
  });

  it('says how long it is watched still, and that ranges hold at every look', async () => {
    const effect = anEffect({ verdict: 'no-difference-detectable', days: 60 });
    const answer = { ...parseActionsReport(await answerOf('actions')), actions: [effect] };
    const card = await teamCard((path) => (path.endsWith('/actions') ? Response.json(answer) : null));

    expect(card.text()).toContain('Day 60 of 90: the ranges narrow as days pass');
    expect(card.text()).not.toContain('not why');
  });

  it('shows what it has where a report is not made yet', async () => {
    const card = await teamCard((path) => (path.endsWith('/stages') ? problem(404, 'not-found') : null));

    expect(card.text()).toContain('Bottleneck Not made yet');
    expect(card.text()).toContain('Stalled');
  });
});
