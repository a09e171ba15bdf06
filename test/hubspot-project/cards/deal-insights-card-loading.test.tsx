import { Accordion, Alert, Button, EmptyState, ErrorState, LoadingSpinner } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, cardOnARecord } from './card-on-a-record.tsx';
import { aStage, dealInsights } from './insights-builder.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // HubSpot's logger, outside its worker
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const settled = () => later(0);

const TURNS = 5; // On a busy machine React hands the turn back before its work is done.

/** Lets time pass in steps: React runs effects in turns of its own, and an effect may start the next timer. */
async function later(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= STEP_MS) {
    await vi.advanceTimersByTimeAsync(Math.min(left, STEP_MS));
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise(setImmediate);
  }
}
const STEP_MS = 1_000;

const problem = (code: string, status: number) => ({
  body: { type: 'about:blank', title: 'No', status, code, detail: 'No.', instance: 'req-7' },
  status,
});

/** HubSpot's proxy answers 200 and wraps what the backend said. */
const wrapped = (body: unknown, status: number) => ({
  body: {
    status: 'error',
    category: 'BAD_GATEWAY',
    responseBody: body,
    context: { appServerStatusCode: [`${status}`] },
  },
});

describe('DealInsightsCard while loading', () => {
  it('asks for the deal of the page with the stage that the page shows', async () => {
    const card = cardOnARecord({ replies: [] });

    await settled();

    expect(card.find(LoadingSpinner).props.label).toBe('Loading the insights of this deal');
    expect(card.urls).toEqual(['https://insights.example.com/v1/deals/123/insights?pipeline=default&stage=proposal']);
  });

  it('waits with its question until it knows which stage the page shows', async () => {
    const card = cardOnARecord({ replies: [], properties: 'loading' });

    await settled();

    expect(card.urls).toEqual([]);
    expect(card.maybeFind(LoadingSpinner)).not.toBeNull();
  });

  it('asks without a stage where HubSpot cannot tell it', async () => {
    const card = cardOnARecord({ replies: [], properties: 'unreadable' });

    await settled();

    expect(card.urls).toEqual(['https://insights.example.com/v1/deals/123/insights']);
  });

  it('names stages with any characters', async () => {
    const card = cardOnARecord({ replies: [], stage: 'won & lost?' });

    await settled();

    expect(card.urls[0]).toMatch(/&stage=won%20%26%20lost%3F$/);
  });

  it('asks again when the stage changes on the page, and keeps the figures meanwhile', async () => {
    const card = cardOnARecord({
      replies: [answering(dealInsights()), answering(dealInsights({ stage: aStage('Contract') }))],
    });
    await settled();

    card.moveOnPage('contract');
    await settled();

    expect(card.urls.at(-1)).toContain('stage=contract');
    expect(card.text()).toContain('In Contract for 23 days');
  });

  it('drops the answer to an older question that arrives last', async () => {
    const card = cardOnARecord({
      replies: [answering(dealInsights()), answering(dealInsights({ stage: aStage('Contract') }))],
      firstReplyAfterMs: 500,
    });

    card.moveOnPage('contract');
    await later(1_000);

    expect(card.text()).toContain('In Contract');
  });
});

describe('DealInsightsCard behind the page', () => {
  it('says that it is catching up, and shows the new figures as soon as they are there', async () => {
    const card = cardOnARecord({ replies: [answering(dealInsights({ behind: true })), answering(dealInsights())] });
    await settled();

    expect(card.find(Alert).props.title).toBe('Catching up');
    expect(card.text()).toContain('In Proposal for 23 days');
    await later(1_000);

    expect(card.maybeFind(Alert)).toBeNull();
    expect(card.urls).toHaveLength(2);
  });

  it('does not ask once more for a stage that the deal has left meanwhile', async () => {
    const card = cardOnARecord({ replies: [answering(dealInsights({ behind: true })), answering(dealInsights())] });
    await settled();

    card.moveOnPage('contract');
    await settled();
    await later(20_000);

    expect(card.urls).toHaveLength(2);
  });

  it('stops asking after four tries with growing pauses, and offers a button', async () => {
    const card = cardOnARecord({ replies: [answering(dealInsights({ behind: true }))] });
    await settled();

    for (const [pauseMs, asked] of [
      [999, 1],
      [1, 2],
      [1_999, 2],
      [1, 3],
      [4_000, 4],
      [8_000, 5],
      [60_000, 5],
    ] as const) {
      await later(pauseMs);
      expect(card.urls).toHaveLength(asked);
    }
    expect(card.find(Alert).props.title).toBe('The last move has not arrived yet');

    card.find(Button, (button) => button.text === 'Ask again').trigger('onClick');
    await settled();

    expect(card.urls).toHaveLength(6);
    expect(card.find(Alert).props.title).toBe('Catching up');
  });
});

describe('DealInsightsCard without a record', () => {
  it('waits for a deal that is not known yet, then says what to do', async () => {
    const card = cardOnARecord({ replies: [problem('not-found', 404)] });
    await settled();

    expect(card.find(EmptyState).props.title).toBe('No history of this deal yet');
    expect(card.text()).toContain('Looking for it: a deal that is new here appears in a moment.');
    await later(60_000);

    expect(card.urls).toHaveLength(5);
    expect(card.text()).toContain('A deal that was erased here, or merged into another, stays empty.');
    expect(card.find(Button).text).toBe('Ask again');
  });

  it('shows the insights once the deal is known', async () => {
    const card = cardOnARecord({ replies: [problem('not-found', 404), answering(dealInsights())] });
    await settled();

    await later(1_000);

    expect(card.text()).toContain('In Proposal for 23 days');
  });
});

describe('DealInsightsCard refused', () => {
  it.each([
    ['plain', problem('forbidden', 403)],
    ['wrapped by HubSpot', wrapped(problem('forbidden', 403).body, 403)],
    ['wrapped as a text', wrapped(JSON.stringify(problem('forbidden', 403).body), 403)],
    ['wrapped without a body', wrapped(null, 403)],
  ])('says plainly that the reader may not see it: %s', async (_, reply) => {
    const card = cardOnARecord({ replies: [reply] });
    await settled();

    expect(card.find(ErrorState).props).toMatchObject({ title: 'Not shown to you', type: 'lock' });
    expect(card.maybeFind(Button)).toBeNull();
    await later(60_000);
    expect(card.urls).toHaveLength(1);
  });
});

describe('DealInsightsCard after a failure', () => {
  it('says what to do, names the request, and tries again on demand', async () => {
    const card = cardOnARecord({
      replies: [wrapped(problem('internal', 500).body, 500), answering(dealInsights())],
    });
    await settled();

    expect(card.find(ErrorState).props.title).toBe('The figures could not be loaded');
    expect(card.text()).toContain('The backend did not answer as it should. Try again in a moment.');
    expect(card.text()).toContain('For support: request req-7.');
    card.find(Button).trigger('onClick');
    await settled();

    expect(card.text()).toContain('In Proposal for 23 days');
  });

  it('keeps the last good figures, with a warning', async () => {
    const card = cardOnARecord({
      replies: [answering(dealInsights()), new Error('timeout'), answering(dealInsights())],
    });
    await settled();
    card.find(Button, (button) => button.text === 'Refresh').trigger('onClick');
    await settled();

    expect(card.find(Alert).props.title).toBe('These are the last figures that arrived');
    expect(card.text()).toContain('In Proposal for 23 days');
    card.find(Button, (button) => button.text === 'Ask again').trigger('onClick');
    await settled();

    expect(card.maybeFind(Alert)).toBeNull();
  });

  it('does not show an answer that breaks the contract', async () => {
    const card = cardOnARecord({ replies: [{ body: { ...dealInsights(), dealAgeDays: 'three' } }] });
    await settled();

    expect(card.text()).toContain('The backend’s answer is not in the form this screen knows.');
    expect(card.maybeFind(Accordion)).toBeNull();
  });

  it('names the missing setting when the app was uploaded without an address', async () => {
    const card = cardOnARecord({ replies: [], apiBaseUrl: null });
    await settled();

    expect(card.text()).toContain('An admin has to set API_BASE_URL');
    expect(card.urls).toEqual([]);
  });
});
