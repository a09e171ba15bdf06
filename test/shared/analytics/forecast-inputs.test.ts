import { DAY_MS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { forecastInputsAt } from '../../../shared/src/analytics/forecast-inputs.ts';
import { ARRIVAL_CODES } from '../../../shared/src/history/visit-table.ts';
import { wonSpells } from '../../../shared/src/analytics/won-deals.ts';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { destinationsOf } from '../../../shared/src/model/destinations.ts';
import { stageLife } from '../../../shared/src/model/life-table.ts';
import { stageLivesAt } from '../../../shared/src/model/stage-lives-at.ts';
import { stageSamples } from '../../../shared/src/model/stage-sample.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { generatedBlocks } from '../../support/generated-blocks.ts';
import { foldedTable } from '../../support/sales-table.ts';

const AS_OF = Date.UTC(2026, 5, 15, 9);
const { pipelines } = generatedBlocks({ deals: 900, seed: 5, days: 400, endsAt: AS_OF });
const LATE = ARRIVAL_CODES.indexOf('late');
const INSTANTS = [390, 200, 130, 61, 60, 7, 0].map((back) => AS_OF - back * DAY_MS);

describe.each(pipelines)('inputs of forecasts of $pipeline.label', ({ table, pipeline }) => {
  it('are the same at an instant whether others are asked for with it or not', () => {
    const source = { table, pipeline, horizonDays: 30, currency: 'EUR' };

    const together = forecastInputsAt(source, INSTANTS).inputs;

    expect(together).toEqual(INSTANTS.flatMap((at) => forecastInputsAt(source, [at]).inputs));
    expect(together.at(-1)?.open.length).toBeGreaterThan(10);
    expect(together.at(-1)?.business.wonAmounts.length).toBeGreaterThan(10);
  });

  it('hold the wins in the order in which they came, those of one instant in the order of the deals', () => {
    const { won } = forecastInputsAt({ table, pipeline, horizonDays: 30, currency: 'EUR' }, [AS_OF]);

    const ascending = [...won].sort((a, b) => a.wonAt - b.wonAt || a.deal - b.deal || a.fromAt - b.fromAt);
    expect(won.length).toBeGreaterThan(20);
    expect(won).toEqual(ascending);
  });

  it('hold the life tables of the visits as they were known then', () => {
    const destinations = destinationsOf(pipeline, table.stageIds);

    const made = stageLivesAt(table, destinations, { instants: INSTANTS, horizonDays: 30 });

    for (const [place, asOf] of INSTANTS.entries()) {
      const samples = stageSamples(table, destinations, { asOf, horizonMs: 30 * DAY_MS });
      expect(made[place]?.lives).toEqual(samples.map((sample) => stageLife(sample, destinations.count)));
      expect([...(made[place]?.followed ?? [])]).toEqual(samples.map(({ followed }) => followed));
    }
  });

  it('count the arrivals of recent weeks as one by one would, by week and by the stage they began in', () => {
    const { inputs } = forecastInputsAt({ table, pipeline, horizonDays: 30, currency: 'EUR' }, INSTANTS);
    const rows = Array.from({ length: table.length }, (_, row) => row).filter(
      (row) => (row === 0 || table.deal[row - 1] !== table.deal[row]) && table.arrival[row] !== LATE,
    );

    for (const { asOf, business } of inputs) {
      const weeksBack = rows.map((row) => Math.floor((asOf - (table.enteredAt[row] ?? Number.NaN)) / (7 * DAY_MS)));
      const isRecent = (back: number) => back >= 0 && back < business.weeklyArrivals.length;
      const byStage = new Map<string, number>();
      for (const [place, row] of rows.entries()) {
        const stageId = table.stageIds[table.stage[row] ?? 0] ?? '';
        if (isRecent(weeksBack[place] ?? -1)) byStage.set(stageId, (byStage.get(stageId) ?? 0) + 1);
      }
      expect(business.weeklyArrivals).toEqual(
        business.weeklyArrivals.map((_, week) => weeksBack.filter((back) => back === week).length),
      );
      expect(business.beginnings.map(({ stageId, n }) => [stageId, n])).toEqual([...byStage]);
    }
    expect(inputs.map(({ business }) => business.weeklyArrivals.length)).toEqual([0, 8, 8, 8, 8, 8, 8]);
  });
});

describe('inputs of a forecast', () => {
  const deals = [
    ['open', 'new 2d, demo', '500 9d, 800'],
    ['won-lately', 'new 20d, won', '100 0d'],
    ['won-and-thanked', 'new 10d, won 5d, thanks', '70 0d'],
    ['reopened', 'new 5d, won 6d, new', '900 0d'],
    ['lost', 'new 3d, lost', '40 0d'],
  ].map(([dealId = '', line = '', amount = '']) =>
    aRecord(aDealThrough(line, { dealId, histories: { amount: aTimeline(amount) } })),
  );
  const table = foldedTable(SALES, deals);
  const source = { table, pipeline: SALES, horizonDays: 7, currency: 'EUR' };

  it('take deals and amounts as they were at the instant', () => {
    const [early, late] = forecastInputsAt(source, [day(8), day(25)]).inputs;

    expect(early?.open.map(({ stageId, ageMs, amount }) => [stageId, ageMs / DAY_MS, amount])).toEqual([
      ['demo', 6, 50_000],
      ['new', 8, 7000],
      ['new', 8, 10_000],
    ]);
    expect(early?.business.wonAmounts).toEqual([90_000]);
    expect(late?.open.map(({ stageId, amount }) => [stageId, amount])).toEqual([
      ['demo', 80_000],
      ['new', 90_000],
    ]);
    expect(late?.business.wonAmounts).toEqual([7000, 10_000]);
  });

  it('count a win without an amount among those to come, as one that brings none; without any amount nothing is known', () => {
    const of = (amounts: readonly (readonly [string, string])[]) => {
      const records = amounts.map(([dealId, amount]) =>
        aRecord(aDealThrough('new 5d, won', { dealId, histories: amount === '' ? {} : { amount: aTimeline(amount) } })),
      );
      const [inputs] = forecastInputsAt({ ...source, table: foldedTable(SALES, records) }, [day(20)]).inputs;
      return inputs?.business.wonAmounts.toSorted((a, b) => a - b);
    };

    expect(
      of([
        ['with', '100 0d'],
        ['without', ''],
      ]),
    ).toEqual([0, 10_000]);
    expect(of([['without', '']])).toEqual([]);
  });

  it('keep a win as long as it lasts, post-win stages included', () => {
    const spells = wonSpells(knownVisits(table, SALES, day(0)));

    expect(spells.map(({ wonAt, fromAt, toAt }) => [wonAt, fromAt, toAt])).toEqual([
      [day(5), day(5), day(11)],
      [day(10), day(10), day(15)],
      [day(10), day(15), Number.POSITIVE_INFINITY],
      [day(20), day(20), Number.POSITIVE_INFINITY],
    ]);
  });
});
