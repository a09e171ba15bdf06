import { Accordion, Alert, BarChart, Heading, LineChart, Link } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering, cardOnARecord } from './card-on-a-record.tsx';
import { allInsights, dealInsights, daysAgo, tooLittle, usualDwell } from './insights-builder.ts';

afterEach(() => vi.unstubAllGlobals());

async function cardShowing(insights = allInsights(), locale = 'en-us') {
  const card = cardOnARecord({ replies: [answering(insights)], locale });
  await card.waitFor(() => expect(card.maybeFind(Accordion)).not.toBeNull());
  return card;
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const chartTitled = (card: Awaited<ReturnType<typeof cardShowing>>, title: string) =>
  card.find(BarChart, ({ props }) => props.options?.title === title);

describe('DealInsightsCard with all that an API tells', () => {
  it('compares with the deals that were won from here', async () => {
    const card = await cardShowing();

    expect(card.find(Heading).text).toBe('In Proposal for 23 days: longer than 8 of 10 deals that were won from here');
  });

  it('draws this deal beside the usual time, part by part', async () => {
    const card = await cardShowing();

    expect(chartTitled(card, 'This deal beside the usual time').props.data).toEqual([
      { x: 'This deal', y: 23, group: 'So far' },
      { x: 'Usual', y: 2, group: '1 of 10 are over' },
      { x: 'Usual', y: 10, group: 'half are over' },
      { x: 'Usual', y: 10, group: '8 of 10 are over' },
      { x: 'Usual', y: 18, group: '9 of 10 are over' },
    ]);
  });

  it('ends the usual time where the data does', async () => {
    const usual = usualDwell({ dwellDaysP80: { kind: 'beyond', atLeast: 60, n: 212, from: 'stage' } });
    const card = await cardShowing(allInsights({ usual }));

    expect(chartTitled(card, 'This deal beside the usual time').props.data).toHaveLength(3);
  });

  it('says what is likely next in words, and draws it', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('In 30 days: 35% moved on, 30% still here, 20% lost.');
    expect(card.text()).toContain('From 212 visits that lasted at least this long.');
    expect(chartTitled(card, 'Where 100 deals like this one are after so many days').props.data).toEqual([
      { x: '30', y: 5, group: 'Won' },
      { x: '30', y: 35, group: 'Moved on' },
      { x: '30', y: 5, group: 'Skipped a stage' },
      { x: '30', y: 30, group: 'Still here' },
      { x: '30', y: 5, group: 'Moved back' },
      { x: '30', y: 20, group: 'Lost' },
    ]);
  });

  it('sets the close window against the typed date', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('1 of 4 by Apr 2, 2026 Half by Apr 13, 2026 3 of 4 by May 4, 2026');
    const titles = card.findAll(Alert).map(({ props }) => props.title);
    expect(titles).toContain('The close date in HubSpot, Mar 22, 2026, has passed.');
  });

  it('draws the chance of the last weeks, both within the horizon and at any time', async () => {
    const card = await cardShowing();

    expect(card.find(LineChart).props.data).toEqual([
      { x: '2', y: 39, group: 'Within 30 days' },
      { x: '2', y: 45, group: 'At any time' },
      { x: '1', y: 37, group: 'Within 30 days' },
      { x: '1', y: 43, group: 'At any time' },
      { x: '0', y: 34, group: 'Within 30 days' },
      { x: '0', y: 41, group: 'At any time' },
    ]);
  });

  it('calls two points no trend', async () => {
    const winTrend = allInsights().winTrend?.slice(1) ?? [];
    const card = await cardShowing(allInsights({ winTrend }));

    expect(card.maybeFind(LineChart)).toBeNull();
  });

  it('shows hints and reasons with what they rest on', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('The close date passed 2 days ago. Agree on a new date with the buyer.');
    expect(card.text()).toContain('Worth up to €4,216 · From this record Task created Mar 23, 2026');
    expect(card.text()).toContain('Against it Of 96 deals that were won from here');
    expect(card.text()).toContain('From 96 past deals');
    expect(card.text()).not.toContain('For this deal');
  });

  it('lists what the stage asks for, with what the record shows', async () => {
    const card = await cardShowing();

    expect(card.text()).toContain('1 of 2 done Amount is set Record: 12400 Sponsor named Not visible here');
    expect(card.text()).toContain('Should lead to: Proposal accepted (70% expected to be won)');
    expect(card.text()).toContain('Expected to take 14 days');
  });

  it('leads to similar deals', async () => {
    const card = await cardShowing();

    expect(card.find(Link).props.href).toMatch(/^\/contacts\/\d+\/record\/0-3\/118$/);
    expect(card.text()).toContain(
      'Globex – onboarding 12 days here, 48 days in all, similar amount, same source Won Jan 23, 2026 €11,000',
    );
  });

  it('says until when and why a deal waits', async () => {
    const card = await cardShowing();

    const notice = card.find(Alert, ({ props }) => props.title === 'Waiting until Apr 10, 2026');
    expect(notice.text).toBe('Board meets in April');
  });

  it('speaks French in every section', async () => {
    const text = plain((await cardShowing(allInsights(), 'fr-fr')).text());

    expect(text).toContain('plus long que 8 transactions sur 10 gagnées d’ici');
    expect(text).toContain('Dans 30 jours : 35 % avancées, 30 % encore ici, 20 % perdues.');
    expect(text).toContain('La date de fermeture est passée depuis 2 jours.');
    expect(text).toContain('En attente jusqu’au 10 avr. 2026');
    expect(text).toContain('Contre elle');
  });
});

describe('DealInsightsCard with an API that tells less', () => {
  it('leaves out every section that it knows nothing of', async () => {
    const card = await cardShowing(dealInsights({ usual: usualDwell({ dwellDaysMedian: tooLittle(3, 10) }) }));

    expect(card.findAll(Heading).map(({ text }) => text)).toEqual([
      'In Proposal for 23 days: longer than 8 of 10 visits here',
      'Time in this stage',
      'Chance to be won',
      'The way so far',
    ]);
    expect(card.findAll(BarChart)).toHaveLength(1);
  });

  it('says so where a wait is over', async () => {
    const snooze = { reason: 'Board', untilDay: '2026-03-20', isActive: false, setAt: daysAgo(9) };
    const card = await cardShowing(allInsights({ snooze }));

    expect(card.text()).toContain('The wait until Mar 20, 2026 is over');
  });
});
