import { describe, expect, it } from 'vitest';
import type { ChanceRow } from '../../../shared/src/analytics/chance-backtest.ts';
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
const rateOf = (rows: readonly ChanceRow[], stageId: string) =>
  stageRates(rows).find((rate) => rate.stageId === stageId)?.within;

describe('stageRates', () => {
  it('mixes the share that was won with ten rows of the pipeline’s', () => {
    const rows = [...rowsOf('new', { wonEvery: 8 }), ...rowsOf('offer', { wonEvery: 2 })];

    expect(rateOf(rows, 'new')).toMatchObject({ value: (5 + 10 * (25 / 80)) / 50, from: 'stage', n: 40 });
    expect(rateOf(rows, 'offer')).toMatchObject({ value: (20 + 10 * (25 / 80)) / 50, from: 'stage' });
  });

  it('is as sure as there are deals, however many days they waited', () => {
    expect(rateOf(rowsOf('new', { daysEach: 20 }), 'new')).toMatchObject({ n: 40 });
  });

  it('gives a stage of few deals the pipeline’s rate, and none where that has few as well', () => {
    const few = rowsOf('offer', { deals: 5, wonEvery: 1 });

    expect(rateOf([...rowsOf('new', { deals: 45, wonEvery: 5 }), ...few], 'offer')).toMatchObject({
      value: 14 / 50,
      from: 'pipeline',
      n: 50,
    });
    expect(rateOf(few, 'offer')).toEqual({ kind: 'insufficient', n: 5, needed: 20 });
  });

  it('counts only days whose horizon has passed', () => {
    const toCome = rowsOf('new').map((row) => ({ ...row, dealId: `${row.dealId} later`, won: null }));

    expect(stageRates([...rowsOf('new'), ...toCome])).toEqual(stageRates(rowsOf('new')));
  });
});
