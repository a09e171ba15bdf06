import { Accordion, Alert, BarChart, Button, StatusTag } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering, cardOnARecord } from './card-on-a-record.tsx';
import {
  anEstimate,
  aStage,
  aVisit,
  daysAgo,
  dealInsights,
  tooLittle,
  usualDwell,
  winChance,
} from './insights-builder.ts';

afterEach(() => vi.unstubAllGlobals());

/** The card once it shows figures. */
async function cardShowing(overrides: Parameters<typeof dealInsights>[0] = {}, locale = 'en-us') {
  const card = cardOnARecord({ replies: [answering(dealInsights(overrides))], locale });
  await card.waitFor(() => expect(card.maybeFind(Accordion)).not.toBeNull());
  return card;
}

describe('DealInsightsCard with figures', () => {
  it('says in one sentence how long the deal has been in its stage, and how that compares', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('In Proposal for 23 days: longer than 8 of 10 visits here');
    expect(card.text()).toContain('Sales pipeline · deal age 45 days');
  });

  it('says "at least" where the entry is older than history shows', async () => {
    const card = await cardShowing({
      current: { enteredAt: daysAgo(23), ageDays: 23, visitNumber: 1, isAtLeast: true },
    });

    expect(card.text()).toContain('In Proposal for at least 23 days');
    expect(card.text()).toContain('This visit at least 23 days');
  });

  it('sets the time of this visit against the usual time, counting the visits that are not over', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('This visit 23 days Half end in 12 days 9 of 10 end in 40 days');
    expect(card.text()).toContain('From 212 visits. 31 of them are not over and count as “at least this long”.');
    expect(card.text()).toContain('82% of the visits to this stage were over by this age.');
  });

  it('counts only the visits that the usual time rests on', async () => {
    const card = await cardShowing({
      usual: usualDwell({ visits: 300, shareOverByNow: anEstimate(0.82, { n: 212 }) }),
    });

    expect(card.text()).toContain('From 212 visits.');
  });

  it('says "more than" where the usual time lies beyond the data', async () => {
    const card = await cardShowing({
      usual: usualDwell({ dwellDaysP90: { kind: 'beyond', atLeast: 60, n: 212, from: 'stage' } }),
    });

    expect(card.text()).toContain('9 of 10 end in > 60 days');
  });

  it('shows the measured chance with its interval, its evidence and its value at entry', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('Within 30 days 34% 27% to 42% (80% interval)');
    expect(card.text()).toContain('At any time, measured 41% · 35% to 47%');
    expect(card.text()).toContain('Measured from 212 visits that lasted at least this long: all deals in this stage.');
    expect(card.text()).toContain('It was 40% on the day the deal came into the stage.');
  });

  it('holds the typed probability against the measured one', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('Typed in HubSpot 60%');
    expect(card.text()).toContain('The typed probability is 19 points higher than what was measured.');
  });

  it('says so where no probability is typed', async () => {
    const card = await cardShowing({ winProbability: winChance({ typed: null }) });

    expect(card.text()).toContain('No probability is typed in HubSpot for this stage.');
  });

  it('explains a stalled deal with the chance at entry, the chance now and the line between', async () => {
    const card = await cardShowing({
      stalled: { verdict: 'stalled', rule: 'probability-drop', now: 0.18, reference: 0.4, threshold: 0.24, n: 212 },
    });

    expect(card.find(StatusTag).text).toBe('Stalled');
    expect(card.find(Alert).text).toBe(
      'Its chance ever to be won was 40% when it came into this stage and is 18% now. Below 24% a deal counts as stalled. Judged by 212 finished visits to this stage.',
    );
  });

  it('explains a stalled deal with days where the chance cannot be measured', async () => {
    const card = await cardShowing({
      stalled: { verdict: 'stalled', rule: 'dwell-quantile', now: 43.2, reference: 40, threshold: 40, n: 31 },
    });

    expect(card.find(Alert).text).toBe(
      'Here for 43 days. In this stage a deal counts as stalled after 40 days. Judged by 31 finished visits to this stage.',
    );
  });

  it('tells a skip, a return and a regression apart', async () => {
    const card = await cardShowing({
      visits: [
        aVisit('Lead', 45, 40),
        aVisit('Demo', 40, 40, { isSkip: true, origin: 'workflow' }),
        aVisit('Proposal', 40, 30, { exit: 'back' }),
        aVisit('Demo', 30, 23, { isRegression: true, visitNumber: 2 }),
        aVisit('Proposal', 23, null, { visitNumber: 2 }),
      ],
    });

    expect(card.text()).toContain('Demo Passed through by a workflow Feb 12, 2026 –');
    expect(card.text()).toContain('Demo Moved back 2nd visit Feb 22, 2026 7 days');
    expect(card.text()).toContain('Proposal Now 2nd visit Mar 1, 2026 23 days');
    const chart = card.find(BarChart, ({ props }) => props.options?.title === 'Days in each visit');
    expect(chart.props.options?.showLegend).toBe(true);
    expect(chart.props.data).toEqual([
      { x: 'Lead', y: 5, group: 'First visit' },
      { x: 'Proposal', y: 10, group: 'First visit' },
      { x: 'Demo (2)', y: 7, group: 'Moved back' },
      { x: 'Proposal (2)', y: 23, group: 'Now' },
    ]);
  });

  it('folds the beginning of a long way away, and shows it on demand', async () => {
    const visits = Array.from({ length: 11 }, (_, i) => aVisit(`Stage ${i + 1}`, 11 - i, i === 10 ? null : 10 - i));
    const card = await cardShowing({ visits });

    expect(card.text()).not.toContain('Stage 3 ');
    card.find(Button, (button) => button.text === 'Show 3 earlier visits').trigger('onClick');

    await card.waitFor(() => expect(card.text()).toContain('Stage 1 '));
  });

  it('tells how old everything is, in the time of the portal', async () => {
    const card = await cardShowing();

    expect(card.text()).toMatch(/As of Mar 24, 2026, 9:30\sAM\./);
    expect(card.text()).toMatch(/This deal’s last change was recorded Mar 23, 2026, 9:30\sAM\./);
    expect(card.text()).toMatch(/Stage figures of Mar 24, 2026, 4:42\sAM\./);
  });

  it('explains its figures to whoever opens that, with the share of visits that were never seen to end', async () => {
    const definitions = { report: 'deal', answers: [{ en: 'By counting.', fr: 'En comptant.' }] };
    const card = cardOnARecord({ replies: [answering(dealInsights()), { body: definitions }], locale: 'fr' });
    await card.waitFor(() => expect(card.maybeFind(Accordion)).not.toBeNull());
    expect(card.urls.some((url) => url.includes('definitions'))).toBe(false);

    card.find(Accordion, { title: 'Comment est-ce calculé\u00a0?' }).trigger('onClick');
    await card.waitFor(() => expect(card.text()).toContain('En comptant.'));

    expect(card.urls.at(-1)).toBe('https://insights.example.com/v1/definitions/deal');
    expect(plain(card.text())).toContain('12 % des passages dans cette phase n’ont jamais eu de fin connue.');
  });

  it('says nothing of visits that never end where there is none', async () => {
    const definitions = { report: 'deal', answers: [{ en: 'By counting.', fr: 'En comptant.' }] };
    const insights = dealInsights({ winProbability: winChance({ unresolvedShare: 0 }) });
    const card = cardOnARecord({ replies: [answering(insights), { body: definitions }] });
    await card.waitFor(() => expect(card.maybeFind(Accordion)).not.toBeNull());

    card.find(Accordion, { title: 'How is this computed?' }).trigger('onClick');
    await card.waitFor(() => expect(card.text()).toContain('By counting.'));

    expect(card.text()).not.toContain('never seen to end');
  });

  it('reads French in French, numbers and dates included', async () => {
    const card = await cardShowing({}, 'fr-fr');

    expect(plain(card.text())).toContain('En Proposal depuis 23 jours : plus long que 8 passages sur 10 ici');
    expect(plain(card.text())).toContain('Sous 30 jours 34 % de 27 % à 42 % (intervalle à 80 %)');
    expect(plain(card.text())).toContain('7 févr. 2026');
  });
});

describe('DealInsightsCard with little to say', () => {
  it.each([
    ['pipeline', 'deals of the whole pipeline'],
    ['portal', 'deals of all pipelines'],
  ] as const)(
    'says of a usual time that comes from the %s whose visits these are, and compares with none of the stage',
    async (from, whose) => {
      const borrowed = (value: number) => anEstimate(value, { from, n: 303 });
      const card = await cardShowing({
        usual: usualDwell({
          dwellDaysMedian: borrowed(9),
          dwellDaysP10: borrowed(2),
          dwellDaysP80: borrowed(20),
          dwellDaysP90: borrowed(31),
          shareOverByNow: borrowed(0.82),
        }),
      });

      expect(card.text()).toContain('Half end in 9 days');
      expect(card.text()).toContain('82% of visits to such a stage are over by this age.');
      expect(card.text()).toContain(`Too few of its own visits are over: mostly from 303 visits, ${whose}.`);
      expect(card.text()).not.toContain('visits here');
      expect(card.text()).not.toContain('visits to this stage were over');
    },
  );

  it('says how many visits are missing instead of showing a figure', async () => {
    const few = tooLittle(4, 10);
    const card = await cardShowing({
      usual: usualDwell({
        dwellDaysMedian: few,
        dwellDaysP10: few,
        dwellDaysP80: few,
        dwellDaysP90: few,
        shareOverByNow: few,
      }),
      winProbability: winChance({ withinHorizon: tooLittle(4, 30), atEntry: tooLittle(4, 30) }),
      stalled: { verdict: 'insufficient', rule: 'none', now: null, reference: null, threshold: null, n: 4 },
    });

    expect(card.text()).toContain('In Proposal for 23 days Too little history to judge');
    expect(card.text()).toContain('Too little history to say what is usual here: 4 of the 10 finished visits needed.');
    expect(card.text()).toContain(
      'Too little history to measure a chance: of the 30 visits needed, 4 have been watched long enough.',
    );
    expect(card.text()).toContain('Only 4 finished visits to this stage so far: no verdict yet.');
    expect(card.text()).toContain('Half end in –');
    expect(card.text()).not.toMatch(/\b0%/);
  });

  it('says when and after how long a won deal was closed, and gives it no chance and no verdict', async () => {
    const card = await cardShowing({
      status: 'won',
      stage: aStage('Closed won', { role: 'won' }),
      current: null,
      usual: null,
      winProbability: null,
      stalled: NO_VERDICT,
      visits: [aVisit('Lead', 45, 2), aVisit('Closed won', 2, null, { stage: aStage('Closed won', { role: 'won' }) })],
    });

    expect(card.text()).toContain('Won on Mar 22, 2026, after 43 days');
    expect(card.text()).toContain('Closed won Won Mar 22, 2026 –');
    expect(card.maybeFind(BarChart)).toBeNull();
    expect(card.text()).not.toContain('Chance to be won');
    expect(card.maybeFind(StatusTag)).toBeNull();
  });

  it('says when and after how long a lost deal was closed', async () => {
    const card = await cardShowing({
      status: 'lost',
      stage: aStage('Closed lost', { role: 'lost' }),
      current: null,
      usual: null,
      winProbability: null,
      stalled: NO_VERDICT,
      visits: [
        aVisit('Lead', 9, 2),
        aVisit('Closed lost', 2, null, { stage: aStage('Closed lost', { role: 'lost' }) }),
      ],
    });

    expect(card.text()).toContain('Lost on Mar 22, 2026, after 7 days');
  });

  it('names a parked deal parked, and never compares it', async () => {
    const card = await cardShowing({ status: 'parked', winProbability: null, stalled: NO_VERDICT });

    expect(card.text()).toContain('Parked. In Proposal for 23 days');
    expect(card.text()).not.toContain('longer than 8 of 10');
  });

  it('says that a deleted deal counts nowhere', async () => {
    const card = await cardShowing({ status: 'deleted', current: null, usual: null, winProbability: null, visits: [] });

    expect(card.text()).toContain('This deal was deleted in HubSpot: it counts in no figure');
  });
});

const NO_VERDICT = {
  verdict: 'not-applicable',
  rule: 'none',
  now: null,
  reference: null,
  threshold: null,
  n: 0,
} as const;

/** French puts spaces that never break before `:` and `%`. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
