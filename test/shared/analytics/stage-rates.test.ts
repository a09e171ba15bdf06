import type { Estimate } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { ChanceRow } from '../../../shared/src/analytics/chance-backtest.ts';
import type { RateCount } from '../../../shared/src/analytics/drawn-estimate.ts';
import { stageRates } from '../../../shared/src/analytics/stage-rates.ts';

/** So many deals in a stage, each on so many days, of which every so-manieth is won. */
function rowsOf(stageId: string, { deals = 40, daysEach = 1, wonEvery = 4 } = {}): readonly ChanceRow[] {
  return Array.from({ length: deals * daysEach }, (_, row) => ({
    dealId: `${stageId}${row % deals}`,
    stageId,
    day: String(Math.floor(row / deals)),
    forecast: null,
    stageRate: null,
    typed: null,
    won: (row % deals) % wonEvery === 0 ? 1 : 0,
  }));
}
const rateOf = (rows: readonly ChanceRow[], stageId: string, others: readonly RateCount[] = []): Estimate | undefined =>
  stageRates({ rows, stageIds: [...new Set([stageId, ...rows.map((row) => row.stageId)])], others }).find(
    (rate) => rate.stageId === stageId,
  )?.within;
const estimated = (rate: Estimate | undefined) => {
  if (rate?.kind !== 'estimate') throw new Error('The rate is known.');
  return rate;
};

describe('stageRates', () => {
  it('draws the share that was won of each stage towards the pipeline’s', () => {
    const rows = [...rowsOf('new', { wonEvery: 8 }), ...rowsOf('offer', { wonEvery: 2 })];
    const [few, many] = [estimated(rateOf(rows, 'new')), estimated(rateOf(rows, 'offer'))];

    expect(few).toMatchObject({ from: 'stage', n: 40 });
    expect(few.value).toBeGreaterThan(5 / 40);
    expect(few.value).toBeLessThan(25 / 80);
    expect(many.value).toBeLessThan(20 / 40);
    expect(many.value).toBeGreaterThan(25 / 80);
  });

  it('is as sure as there are deals, however many days they waited', () => {
    expect(rateOf(rowsOf('new', { daysEach: 20 }), 'new')).toMatchObject({ n: 40 });
  });

  it('says of a stage that no deal waited in what the pipeline says, less surely', () => {
    const rows = [...rowsOf('new', { deals: 200 }), ...rowsOf('demo', { deals: 200, wonEvery: 3 })];
    const [empty, known] = [estimated(rateOf(rows, 'offer')), estimated(rateOf(rows, 'new'))];

    expect(empty).toMatchObject({ from: 'pipeline', n: 400 });
    expect(empty.value).toBeCloseTo(117 / 400, 1);
    expect((empty.high ?? 1) - empty.low).toBeGreaterThan(2 * ((known.high ?? 1) - known.low));
  });

  it('borrows from the portal’s other pipelines where its own has few deals', () => {
    const others = [60, 66, 54].map((x) => ({ x, n: 200 }));
    const [few, enough] = [rowsOf('offer', { deals: 5, wonEvery: 1 }), rowsOf('offer', { deals: 500, wonEvery: 2 })];

    expect(rateOf(few, 'offer')).toEqual({ kind: 'insufficient', n: 5, needed: 20 });
    expect(rateOf([], 'offer', others)).toMatchObject({ from: 'portal', n: 600 });
    expect(estimated(rateOf([], 'offer', others)).value).toBeCloseTo(0.3, 1);
    expect(estimated(rateOf(few, 'offer', others)).value).toBeGreaterThan(estimated(rateOf([], 'offer', others)).value);
    expect(rateOf(enough, 'offer', others)).toMatchObject({ from: 'stage', n: 500 });
    expect(estimated(rateOf(enough, 'offer', others)).value).toBeCloseTo(0.5, 1);
  });

  it('counts only days whose horizon has passed', () => {
    const toCome = rowsOf('new').map((row) => ({ ...row, dealId: `${row.dealId} later`, won: null }));

    expect(rateOf([...rowsOf('new'), ...toCome], 'new')).toEqual(rateOf(rowsOf('new'), 'new'));
  });
});
