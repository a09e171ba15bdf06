import {
  buildPipelineModel,
  calibrationRecord,
  chanceBacktest,
  DAY_MS,
  promotionOf,
  winAt,
} from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBpi2012 } from '../../support/bpi2012.ts';

const LANDMARKS = ['2011-12-19', '2011-12-26', '2012-01-02', '2012-01-09'];
const daysFrom = (days: readonly string[]) => days.map((day) => ({ day, at: Date.parse(day) }));
const weeksBefore = (day: string, weeks: number): string[] =>
  Array.from({ length: weeks }, (_, week) =>
    new Date(Date.parse(day) - (weeks - week) * 7 * DAY_MS).toISOString().slice(0, 10),
  );

let log: Awaited<ReturnType<typeof readBpi2012>>;
beforeAll(async () => {
  log = await readBpi2012();
});

const question = (asOf: number, days: readonly string[]) => ({
  ...log,
  asOf,
  horizonDays: 30,
  days: daysFrom(days),
});
/** The deals that waited in a live stage then, straight from the table. */
function openOn(at: number): readonly { readonly dealId: string; readonly ageMs: number }[] {
  const { table } = log;
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row) => {
    const [from, to] = [table.enteredAt[row] ?? Number.NaN, table.exitedAt[row] ?? Number.NaN];
    const isOpen = from <= at && !(to <= at) && !['won', 'lost'].includes(table.stageIds[table.stage[row] ?? 0] ?? '');
    return isOpen ? [{ dealId: table.dealIds[table.deal[row] ?? 0] ?? '', ageMs: at - from }] : [];
  });
}

const ofRows = (rows: ReturnType<typeof chanceBacktest>) =>
  calibrationRecord(rows, { pipeline: log.pipeline, modelVersions: ['1'] });

describe('chanceBacktest', () => {
  it('says of a past day what the model of that day says, whatever came later', () => {
    const at = Date.parse('2011-12-19');
    const model = buildPipelineModel({ ...log, asOf: at, horizonDays: 30, seed: 1, position: {} });

    const early = chanceBacktest(question(at, ['2011-12-19']));
    const late = chanceBacktest(question(log.table.newestChangeAt, ['2011-12-19']));

    const ages = new Map(openOn(at).map(({ dealId, ageMs }) => [dealId, ageMs]));
    const byModel = late.map(({ dealId, stageId }) => winAt(model, stageId, ages.get(dealId) ?? Number.NaN));
    expect(late.length).toBeGreaterThan(500);
    expect(early.map(({ won }) => won)).toEqual(late.map(() => null));
    expect(early.map(({ forecast }) => forecast)).toEqual(late.map(({ forecast }) => forecast));
    for (const [row, chance] of byModel.entries()) {
      const said = chance?.withinHorizon;
      expect(late[row]?.forecast ?? null).toBeCloseTo(said?.kind === 'estimate' ? said.value : Number.NaN, 4);
    }
  });

  it('learns the stage rate only from days whose horizon had passed', () => {
    const days = ['2011-11-20', '2011-12-19', '2011-12-21'];

    const rows = chanceBacktest(question(log.table.newestChangeAt, days));

    const spoke = (day: string) => rows.some((row) => row.day === day && row.stageRate !== null);
    expect(days.map(spoke)).toEqual([false, false, true]);
  });
});

describe('calibrationRecord and promotionOf', () => {
  it('find the life table well calibrated and better than the stage rate on a real log, and promote it', () => {
    const days = [...weeksBefore('2011-12-19', 9), ...LANDMARKS];
    const record = ofRows(chanceBacktest(question(log.table.newestChangeAt, days)));
    const { scores } = record;

    expect(scores?.skillOverStageRate).toMatchObject({ kind: 'estimate' });
    expect(promotionOf({ backtest: record, frozen: ofRows([]) })).toMatchObject({
      shows: 'life-table',
      reason: 'proven',
      judgedBy: 'backtest',
    });
    const { reliability, resolution, uncertainty } = scores?.murphy ?? {
      reliability: 0,
      resolution: 0,
      uncertainty: 0,
    };
    expect(reliability - resolution + uncertainty).toBeCloseTo(scores?.brier ?? 0, 2);
    expect(record.reliability.reduce((sum, { n }) => sum + n, 0)).toBe(record.forecasts);
    expect(record.stages.reduce((sum, { forecasts }) => sum + forecasts, 0)).toBe(record.forecasts);
  });

  it('keep the stage rate where the other is no better, and where too few forecasts have come due', () => {
    const rows = Array.from({ length: 400 }, (_, deal) => ({
      dealId: String(deal),
      stageId: 'offer_sent',
      day: '2012-01-02',
      forecast: deal % 2 === 0 ? 0.9 : 0.1,
      stageRate: 0.5,
      typed: null,
      won: deal % 4 < 2 ? (1 as const) : (0 as const),
    }));
    const [many, few] = [ofRows(rows), ofRows(rows.slice(0, 49))];

    expect(promotionOf({ backtest: many, frozen: ofRows([]) })).toMatchObject({
      shows: 'stage-rate',
      reason: 'not-proven',
    });
    expect(promotionOf({ backtest: few, frozen: ofRows([]) })).toMatchObject({
      shows: 'stage-rate',
      reason: 'insufficient',
      skill: { kind: 'insufficient', n: 49, needed: 50 },
    });
    expect(many.scores?.brier).toBeCloseTo(0.41, 10);
    expect(many.scores?.brierOfStageRate).toBeCloseTo(0.25, 10);
    expect(many.scores?.brierOfTyped).toBeNull();
  });

  it('hold a reference against the model on the rows where both spoke, and say how many are left out', () => {
    const row = (deal: number, stageRate: number | null) => ({
      dealId: String(deal),
      stageId: 'offer_sent',
      day: '2012-01-02',
      forecast: stageRate === null ? 1 : 0.6,
      stageRate,
      typed: null,
      won: 0 as const,
    });
    const { scores, stages } = ofRows([
      ...Array.from({ length: 60 }, (_, deal) => row(deal, 0.5)),
      ...Array.from({ length: 20 }, (_, deal) => row(100 + deal, null)),
    ]);

    expect(scores?.brier).toBeCloseTo((60 * 0.36 + 20) / 80, 10);
    expect(scores?.besideStageRate).toEqual({ forecasts: 60, leftOut: 20, brier: expect.closeTo(0.36, 10) });
    expect(scores?.brierOfStageRate).toBeCloseTo(0.25, 10);
    expect(scores?.besideTyped).toEqual({ forecasts: 0, leftOut: 80, brier: null });
    expect(stages[0]?.besideStageRate).toEqual(scores?.besideStageRate);
  });

  it('draw bars for deals, not for the rows in which deals are repeated', () => {
    const rows = (repeats: number) =>
      Array.from({ length: 40 * repeats }, (_, row) => ({
        dealId: String(row % 40),
        stageId: 'offer_sent',
        day: '2012-01-02',
        forecast: 0.5,
        stageRate: 0.5,
        typed: null,
        won: row % 4 === 0 ? (1 as const) : (0 as const),
      }));
    const [once, often] = [rows(1), rows(10)].map((each) => ofRows(each).stages[0]?.seen);

    expect(once).toMatchObject({ kind: 'estimate', value: 0.25 });
    expect(often).toEqual(once);
  });

  it('judge by the forecasts that were really said, once they are enough', () => {
    const rows = (forecast: (won: number) => number) =>
      Array.from({ length: 200 }, (_, deal) => {
        const won = deal % 2 === 0 ? (1 as const) : (0 as const);
        return {
          dealId: String(deal),
          stageId: 's',
          day: 'd',
          forecast: forecast(won),
          stageRate: 0.5,
          typed: 0.5,
          won,
        };
      });
    const backtest = ofRows(rows((won) => 1 - won));
    const frozen = ofRows(rows((won) => 0.2 + 0.6 * won));

    expect(promotionOf({ backtest, frozen })).toMatchObject({ shows: 'life-table', judgedBy: 'frozen' });
    expect(promotionOf({ backtest, frozen: ofRows([]) })).toMatchObject({ shows: 'stage-rate', judgedBy: 'backtest' });
  });
});
