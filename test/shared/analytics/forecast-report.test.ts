import { DAY_MS, forecastReport, parseForecastReport, type RevenueRange } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forecastReportSchema } from '../../../functions/api/schemas/forecast-report.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { generatedBlocks } from '../../support/generated-blocks.ts';
import { questionOf } from '../../support/report-question-of.ts';
import { foldedTable, salesTable } from '../../support/sales-table.ts';

const AS_OF = Date.UTC(2026, 5, 15, 9);
const [GENERATED] = generatedBlocks({ deals: 2500, seed: 3, days: 500, endsAt: AS_OF }).pipelines;
const generatedReport = (asOf = AS_OF) => {
  if (GENERATED === undefined) throw new Error('A generated portal has pipelines.');
  return forecastReport(questionOf(GENERATED.table, GENERATED.pipeline, asOf));
};
const report = generatedReport();

function range(said: RevenueRange | { readonly kind: string }): RevenueRange {
  if ('kind' in said) throw new Error(`Nothing is said: ${said.kind}.`);
  return said;
}

describe('forecastReport', () => {
  it('has the form of the contract, and is the same each time', () => {
    expect(z.strictObject(forecastReportSchema.shape).safeParse(report).error).toBeUndefined();
    expect(JSON.stringify(generatedReport())).toBe(JSON.stringify(report));
  });

  it('is read with what it says of the end of quarters, and without it where an API does not tell it yet', () => {
    const { quarterEndRush, ...older } = report;

    expect(quarterEndRush?.share).toMatchObject({ kind: 'estimate' });
    expect(parseForecastReport(structuredClone(report))).toEqual(report);
    expect(parseForecastReport(older).quarterEndRush).toBeNull();
  });

  it('adds up: what is closed, what open deals bring, and what deals to come bring', () => {
    for (const period of [report.next, ...report.periods]) {
      const [open, fresh, total] = [period.open, period.newBusiness, period.total].map(range);
      expect(total?.mean).toBeCloseTo(period.closed.amount + (open?.mean ?? 0) + (fresh?.mean ?? 0), 0);
      expect(total?.p10).toBeGreaterThanOrEqual(period.closed.amount);
      expect(total?.p10).toBeLessThan(total?.p50 ?? 0);
      expect(total?.p50).toBeLessThan(total?.p90 ?? 0);
      expect(period.weighted.measured).toBeCloseTo(open?.mean ?? 0, 0);
    }
    const [months, quarters] = [report.periods.slice(0, 3), report.periods.slice(3)];
    expect(months.map(({ key }) => key)).toEqual(['2026-06', '2026-07', '2026-08']);
    expect(quarters.map(({ key }) => key)).toEqual(['2026-Q2', '2026-Q3']);
    expect(months[0]?.closed.amount).toBeLessThan(quarters[0]?.closed.amount ?? 0);
  });

  it('says on a past day only what was known then: later history changes no forecast that was made before', () => {
    const early = generatedReport(AS_OF - 21 * DAY_MS).trackRecord.backtest.points;
    const late = new Map(report.trackRecord.backtest.points.map((point) => [point.day, point]));
    const both = early.filter(({ day: on }) => late.has(on));

    expect(both.length).toBeGreaterThan(15);
    for (const { day: on, said } of both.slice(-15)) {
      expect(late.get(on)?.said.mean).toBe(said.mean);
      expect(late.get(on)?.said.p50).toBe(said.p50);
    }
  });

  it('holds its own past forecasts against what came', () => {
    const { backtest, frozen } = report.trackRecord;
    const held = backtest.points.filter(({ said, came }) => came >= said.p10 && came <= said.p90).length;

    expect(backtest.forecasts).toBe(26);
    expect(backtest.independent).toBe(6);
    expect(backtest.coverage).toMatchObject({ kind: 'estimate', value: held / 26, n: 6 });
    expect(held / 26).toBeGreaterThan(0.6);
    expect(frozen).toMatchObject({ forecasts: 0, coverage: { kind: 'insufficient' }, points: [] });
  });

  it('draws the quarter up to today as it was won, and from there as it is said', () => {
    const today = report.fan.findIndex(({ day: on }) => on === '2026-06-15');
    const quarter = report.periods.find(({ kind }) => kind === 'quarter');

    expect(report.fan[0]).toEqual({ day: '2026-04-01', closed: 0, total: null });
    expect(report.fan.map(({ closed }) => closed !== null)).toEqual(report.fan.map((_, place) => place <= today));
    expect(report.fan.at(-1)?.day).toBe('2026-07-01');
    expect((report.fan.at(-1)?.total?.mean ?? 0) / range(quarter?.total ?? report.next.total).mean).toBeCloseTo(1, 1);
  });

  it('names the open deals it rests on most', () => {
    const expected = report.topDeals.map(({ amount, chance }) => amount * chance);

    expect(expected).toEqual(expected.toSorted((a, b) => b - a));
    expect(report.topDeals[0]?.share).toBeCloseTo((expected[0] ?? 0) / range(report.next.open).mean, 6);
  });

  it('counts deals without a usable amount and guesses none, and wins of the period by when they were won', () => {
    const deals = [
      ['won-2', 'new 2d, won', '100'],
      ['won-50', 'new 50d, won', '1000'],
      ['won-without', 'new 51d, won', ''],
      ['reopened', 'new 52d, won 1d, new', '7'],
      ['thanked', 'new 49d, won 2d, thanks', '20'],
      ['open', 'new', '500'],
      ['open-without', 'new', ''],
      ['open-negative', 'new', '-5'],
    ].map(([dealId = '', line = '', amount = '']) =>
      aRecord(aDealThrough(line, { dealId, histories: { amount: aTimeline(`${amount} 0d`) } })),
    );

    // Day 55 is the first of March.
    const { deals: counts, periods } = forecastReport(questionOf(foldedTable(SALES, deals), SALES, day(54)));

    expect(counts).toMatchObject({ open: 4, withoutAmount: 2, withoutChance: 2 });
    expect(periods[0]).toMatchObject({ key: '2026-02', closed: { amount: 1020, deals: 3, withoutAmount: 1 } });
    expect(periods[3]).toMatchObject({ key: '2026-Q1', closed: { amount: 1120, deals: 4, withoutAmount: 1 } });
  });

  it('says nothing where no stage has been watched for long enough', () => {
    const { next, trackRecord, fan } = forecastReport(questionOf(salesTable(SALES, ['new'], 30), SALES, day(10)));

    expect(next).toMatchObject({
      open: { kind: 'insufficient' },
      newBusiness: { kind: 'insufficient' },
      total: { kind: 'insufficient' },
      realisticTargets: null,
    });
    expect(trackRecord.backtest.forecasts).toBe(0);
    expect(fan.every(({ total }) => total === null)).toBe(true);
  });
});
