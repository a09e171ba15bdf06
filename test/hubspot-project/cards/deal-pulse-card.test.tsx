import { StatusTag } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DealPulseCard } from '../../../hubspot-project/src/app/cards/DealPulseCard.tsx';
import { answering, cardOnARecord } from './card-on-a-record.tsx';
import { allInsights, aStage, aVisit, dealInsights, tooLittle, winChance } from './insights-builder.ts';

afterEach(() => vi.unstubAllGlobals());

async function pulseOf(insights = allInsights(), locale = 'en-us') {
  const card = cardOnARecord({ replies: [answering(insights)], locale, Card: DealPulseCard });
  await card.waitFor(() => expect(card.text()).not.toContain('Loading'));
  await card.waitFor(() => expect(card.text()).not.toContain('Chargement'));
  return card;
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('DealPulseCard', () => {
  it('says the same as the insights, in three lines', async () => {
    const card = await pulseOf(allInsights({ snooze: null }));

    expect(card.text()).toBe(
      [
        'In Proposal for 23 days: longer than 8 of 10 deals that were won from here',
        'On track',
        '34% chance to be won within 30 days (27% to 42%); typed in HubSpot: 60%.',
        'The close date passed 2 days ago.',
      ].join(' '),
    );
  });

  it('says when such deals close where there is nothing to do, and that a deal waits where it does', async () => {
    expect((await pulseOf(allInsights({ snooze: null, hints: [] }))).text()).toContain(
      'If it is won, half of such deals close by Apr 13, 2026.',
    );
    expect((await pulseOf()).text()).toContain('Waiting until Apr 10, 2026');
  });

  it('says how much data a chance would need', async () => {
    const winProbability = winChance({ withinHorizon: tooLittle(4, 20), typed: null });
    const card = await pulseOf(dealInsights({ winProbability }));

    expect(card.text()).toContain('of the 20 visits needed, 4 have been watched long enough.');
  });

  it('has one line for a closed deal', async () => {
    const won = aStage('Closed won', { role: 'won' });
    const card = await pulseOf(
      dealInsights({
        status: 'won',
        stage: won,
        current: null,
        winProbability: null,
        stalled: { verdict: 'not-applicable', rule: 'none', now: null, reference: null, threshold: null, n: 0 },
        visits: [aVisit('Lead', 45, 2), aVisit('Closed won', 2, null, { stage: won })],
      }),
    );

    expect(card.text()).toBe('Won on Mar 22, 2026, after 43 days');
    expect(card.maybeFind(StatusTag)).toBeNull();
  });

  it('speaks French', async () => {
    const text = plain((await pulseOf(allInsights({ snooze: null }), 'fr-fr')).text());

    expect(text).toContain('34 % de chance d’être gagnée sous 30 jours (de 27 % à 42 %) ; saisie dans HubSpot : 60 %.');
  });
});
