import {
  buildPipelineModel,
  DAY_MS,
  dealInsights,
  type DealRecord,
  foldDeal,
  type PipelineModel,
  winAt,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealThrough, aRecord, day, SALES, someIndex, START } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const INDEX = someIndex();
const MODEL = buildPipelineModel({
  table: salesTable(SALES, ['new 4d, won', 'new 6d, won', 'new 50d, lost'], 20),
  pipeline: SALES,
  asOf: day(90),
  horizonDays: 30,
  seed: 1,
  position: { blocks: '7' },
});

function cardOf(
  record: DealRecord,
  { model = MODEL, now = day(100) }: { model?: PipelineModel | null; now?: number } = {},
) {
  return dealInsights({ timeline: foldDeal(record, INDEX), index: INDEX, model, now });
}

describe('dealInsights', () => {
  it('tells how long the deal has been in its stage, and in all', () => {
    const card = cardOf(aRecord(aDealThrough('new 3d, demo 5d, new')), { now: day(20) });

    expect(card).toMatchObject({ status: 'open', dealAgeDays: 20, behind: false, asOf: day(20), figuresAt: day(90) });
    expect(card.current).toEqual({ enteredAt: day(8), ageDays: 12, visitNumber: 2, isAtLeast: false });
    expect(card.position).toEqual({ blocks: '7' });
  });

  it('shows the chance of the very age the deal has now', () => {
    const card = cardOf(aRecord(aDealThrough('new')), { now: day(15) });

    const measured = winAt(MODEL, 'new', 15 * DAY_MS)!;
    expect(card.winProbability).toEqual({
      ...measured,
      horizonDays: 30,
      typed: 0.5,
      unresolvedShare: 0,
    });
    expect(card.stalled).toMatchObject({ verdict: 'stalled', rule: 'probability-drop' });
    expect(card.usual?.shareOverByNow).toMatchObject({ kind: 'estimate', n: 60 });
  });

  it('shows the plain rate of the stage, at every age, where the life table did not prove better', () => {
    const promotion = {
      shows: 'stage-rate',
      reason: 'not-proven',
      skill: { kind: 'insufficient', n: 3, needed: 50 },
      judgedBy: 'backtest',
    } as const;
    const within = { kind: 'estimate', value: 0.4, low: 0.3, high: 0.5, level: 0.95, n: 60, from: 'stage' } as const;
    const model = { ...MODEL, shown: { promotion, stageRates: [{ stageId: 'new', within }] } };
    const cards = [5, 45].map((days) => cardOf(aRecord(aDealThrough('new')), { now: day(days), model }));

    const everAtEntry = winAt(MODEL, 'new', 0)?.ever;
    for (const card of cards) {
      expect(card.promotion).toEqual(promotion);
      expect(card.winProbability).toMatchObject({ withinHorizon: within, atEntry: within, ever: everAtEntry });
    }
    expect(cardOf(aRecord(aDealThrough('new'))).promotion).toBeNull();
    expect(cardOf(aRecord(aDealThrough('demo')), { model }).winProbability).toBeNull();
  });

  it('tells the way of the deal, with the kind of every exit', () => {
    const { visits } = cardOf(aRecord(aDealThrough('new 1d, offer 0ms, demo 2d, waiting 3d, demo 1d, lost')));

    expect(visits.map(({ stage, exit, dwellDays, isSkip }) => [stage.stageId, exit, dwellDays, isSkip])).toEqual([
      ['new', 'skipped', 1, false],
      ['offer', 'back', 0, true],
      ['demo', 'back', 2, false],
      ['waiting', 'advanced', 3, false],
      ['demo', 'lost', 1, false],
      ['lost', null, 93, false],
    ]);
  });

  it.each([
    ['won', 'new 5d, won'],
    ['lost', 'new 5d, lost'],
    ['post-win', 'new 2d, won 3d, thanks'],
  ])('has no present and no verdict for a deal that is %s, and its age stands still', (status, line) => {
    const card = cardOf(aRecord(aDealThrough(line)));

    expect(card).toMatchObject({ status, current: null, usual: null, winProbability: null, dealAgeDays: 5 });
    expect(card.stalled).toMatchObject({ verdict: 'not-applicable', rule: 'none', now: null });
  });

  it('never calls a parked deal stalled', () => {
    const card = cardOf(aRecord(aDealThrough('new 1d, waiting')));

    expect(card.status).toBe('parked');
    expect(card.current?.ageDays).toBe(99);
    expect(card.stalled.verdict).toBe('not-applicable');
  });

  it('says of a deleted deal that it is', () => {
    const record = aRecord(aDealThrough('new'), { kind: 'deleted', dealId: '1001', readAt: day(9), deletedAt: day(8) });

    expect(cardOf(record)).toMatchObject({ status: 'deleted', current: null, dealAgeDays: 8 });
  });

  it('says "at least" of a visit that began before history shows, and does not call it on track', () => {
    const record = aRecord(aDealThrough('new', { createdAt: START - 40 * DAY_MS }));

    const young = cardOf(record, { now: day(2) });
    expect(young.current).toMatchObject({ ageDays: 2, isAtLeast: true });
    expect(young.stalled).toMatchObject({ verdict: 'insufficient', now: null });
    expect(young.dealAgeDays).toBe(42);

    expect(cardOf(record, { now: day(20) }).stalled.verdict).toBe('stalled');
  });

  it('has no figure of other deals while there is no model', () => {
    const card = cardOf(aRecord(aDealThrough('new')), { model: null });

    expect(card).toMatchObject({ figuresAt: null, usual: null, winProbability: null, position: {} });
    expect(card.stalled).toMatchObject({ verdict: 'insufficient', n: 0 });
    expect(card.visits.length).toBe(1);
  });

  it('keeps a stage that is not listed any more under its id', () => {
    const card = cardOf(aRecord(aDealThrough('new 3d, ancient')));

    expect(card.stage).toMatchObject({ stageId: 'ancient', isUnknown: true });
    expect(card).toMatchObject({ pipelineId: 'sales', pipelineLabel: 'sales', winProbability: null });
  });

  it('does not go back in time when the clock is behind the change', () => {
    expect(cardOf(aRecord(aDealThrough('new')), { now: START - 5000 }).current?.ageDays).toBe(0);
  });

  it('refuses a deal that was never in a stage', () => {
    expect(() => cardOf({ kind: 'erased', dealId: '7' })).toThrow('Deal 7 has no visit.');
  });
});
