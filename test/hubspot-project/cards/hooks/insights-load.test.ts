import { describe, expect, it } from 'vitest';
import {
  type InsightsLoad,
  isWaiting,
  type LoadEvent,
  nothingLoaded,
  reduceLoad,
  repeatDelayMs,
} from '../../../../hubspot-project/src/app/cards/hooks/insights-load.ts';
import type { DealInsights } from '@deal-stage-insights/shared';
import type { Answer } from '@deal-stage-insights/ui';
import { dealInsights } from '../insights-builder.ts';

const after = (...events: readonly LoadEvent[]): InsightsLoad => events.reduce(reduceLoad, nothingLoaded);

const ask = (dealId: string, stageId = 'proposal'): LoadEvent => ({
  type: 'ask',
  question: { dealId, pipelineId: 'default', stageId },
});
const answer = (request: number, answered: Answer<DealInsights>): LoadEvent => ({
  type: 'answer',
  request,
  answer: answered,
});
const insights = (behind = false): Answer<DealInsights> => ({ kind: 'data', data: dealInsights({ behind }) });
const failed: Answer<DealInsights> = { kind: 'failed', reason: 'unreachable', requestId: 'req-7', errors: [] };

describe('reduceLoad', () => {
  it('never shows the figures of one deal on the page of another', () => {
    expect(after(ask('1'), answer(1, insights()), ask('2')).shown).toEqual({ status: 'loading' });
  });

  it('keeps the figures while the same deal is asked for in its new stage', () => {
    expect(after(ask('1'), answer(1, insights()), ask('1', 'contract')).shown.status).toBe('data');
  });

  it('drops an answer to an older request', () => {
    const load = after(ask('1'), ask('1', 'contract'), answer(1, insights()));

    expect(load.shown).toEqual({ status: 'loading' });
    expect(load.isAsking).toBe(true);
  });

  it('keeps good figures through a failure, and forgets the failure with the next good answer', () => {
    const broken = after(ask('1'), answer(1, insights()), { type: 'ask-again' }, answer(2, failed));
    const mended = [{ type: 'ask-again' } as const, answer(3, insights())].reduce(reduceLoad, broken);

    expect(broken.shown).toMatchObject({ status: 'data', lastFailure: { requestId: 'req-7' } });
    expect(mended.shown).toMatchObject({ status: 'data', lastFailure: null });
  });

  it('shows that it is loading when a failed card is asked again', () => {
    expect(after(ask('1'), answer(1, failed), { type: 'ask-again' }).shown).toEqual({ status: 'loading' });
  });
});

describe('repeatDelayMs', () => {
  it('waits longer each time, then not at all', () => {
    let load = after(ask('1'), answer(1, insights(true)));
    const delays: (number | null)[] = [];
    for (let request = 2; request <= 6; request += 1) {
      delays.push(repeatDelayMs(load));
      load = [{ type: 'repeat' } as const, answer(request, insights(true))].reduce(reduceLoad, load);
    }

    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, null]);
  });

  it('begins anew with a new question', () => {
    const tired = after(ask('1'), answer(1, insights(true)), { type: 'repeat' }, answer(2, insights(true)));

    expect(repeatDelayMs([ask('1', 'contract'), answer(3, insights(true))].reduce(reduceLoad, tired))).toBe(1_000);
  });

  it.each([
    ['while an answer is on its way', after(ask('1'), answer(1, insights(true)), { type: 'repeat' })],
    ['when the answer is up to date', after(ask('1'), answer(1, insights()))],
    ['when the reader was refused', after(ask('1'), answer(1, { kind: 'refused' }))],
    ['after a failure without figures', after(ask('1'), answer(1, failed))],
  ])('does not ask by itself %s', (_, load) => {
    expect(repeatDelayMs(load)).toBeNull();
  });

  it('asks again for a deal that is not known yet', () => {
    const load = after(ask('1'), answer(1, { kind: 'unknown' }));

    expect(isWaiting(load)).toBe(true);
    expect(repeatDelayMs(load)).toBe(1_000);
  });
});
