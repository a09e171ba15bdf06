import {
  buildPipelineModel,
  DAY_MS,
  dealInsights,
  type DealRecord,
  foldDeal,
  winAt,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealThrough, aRecord, day, SALES, someIndex } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const INDEX = someIndex();
const LIVES = ['new 4d, demo 10d, won', 'new 6d, demo 20d, won', 'new 50d, lost', 'new 9d, demo 5d, new 5d, lost'];
const MODEL = buildPipelineModel({
  table: salesTable(SALES, LIVES, 20),
  pipeline: SALES,
  asOf: day(120),
  horizonDays: 30,
  seed: 1,
  position: { blocks: '7' },
});

const cardOf = (record: DealRecord, now: number, model: typeof MODEL | null = MODEL) =>
  dealInsights({ timeline: foldDeal(record, INDEX), index: INDEX, model, now });

describe('what is likely next', () => {
  it('shares out every deal on every day: what left, and what is still there', () => {
    const { outcomes } = cardOf(aRecord(aDealThrough('new')), day(2));

    expect(outcomes?.map(({ days }) => days)).toEqual([7, 14, 30, 60, 90]);
    for (const { shares } of outcomes ?? []) {
      const sum = shares.reduce((all, { share }) => all + (share.kind === 'estimate' ? share.value : 0), 0);
      expect(sum).toBeCloseTo(1, 10);
    }
    expect(outcomes?.[0]?.shares.map(({ kind }) => kind).toSorted()).toEqual(['advanced', 'lost', 'still-here']);
  });

  it('is not told where too few visits are finished, nor of a closed deal, nor without figures', () => {
    expect(cardOf(aRecord(aDealThrough('new 1d, offer')), day(2)).outcomes).toBeNull();
    expect(cardOf(aRecord(aDealThrough('new 5d, won')), day(9)).outcomes).toBeNull();
    expect(cardOf(aRecord(aDealThrough('new')), day(2), null).outcomes).toBeNull();
  });
});

describe('the close window', () => {
  const typedFor = (typedAt: number | null) => {
    const value = typedAt === null ? '' : new Date(typedAt).toISOString();
    const histories = { closedate: [{ at: day(0), value, sourceType: 'CRM_UI' }] };
    return cardOf(aRecord(aDealThrough('new', { histories })), day(2)).closeWindow;
  };

  it('is the middle half of the time to the win, in order and after now', () => {
    const window = typedFor(null);

    expect(window).toMatchObject({ level: 0.5, typedAt: null, typed: 'none' });
    expect(window?.fromAt).toBeGreaterThan(day(2));
    expect(window?.medianAt).toBeGreaterThanOrEqual(window?.fromAt ?? Number.POSITIVE_INFINITY);
    expect(window?.toAt).toBeGreaterThanOrEqual(window?.medianAt ?? Number.POSITIVE_INFINITY);
    expect(window?.n).toBe(100);
  });

  it.each([
    ['passed', day(1)],
    ['before', day(3)],
    ['within', day(20)],
    ['after', day(300)],
  ])('says where the typed date lies: %s', (typed, typedAt) => {
    expect(typedFor(typedAt)).toMatchObject({ typed, typedAt });
  });
});

describe('the trend of the chance', () => {
  it('ends today with the chance that the card shows, a point a week since the deal began', () => {
    const card = cardOf(aRecord(aDealThrough('new 10d, demo')), day(24));

    expect(card.winTrend?.map(({ at, stageId }) => [at, stageId])).toEqual([
      [day(3), 'new'],
      [day(10), 'demo'],
      [day(17), 'demo'],
      [day(24), 'demo'],
    ]);
    const now = winAt(MODEL, 'demo', 14 * DAY_MS);
    expect(now?.ever.kind).toBe('estimate');
    expect(card.winTrend?.at(-1)?.ever).toBe(now?.ever.kind === 'estimate' ? now.ever.value : Number.NaN);
  });

  it('looks back eight weeks at most', () => {
    expect(cardOf(aRecord(aDealThrough('new')), day(200)).winTrend).toHaveLength(9);
  });
});
