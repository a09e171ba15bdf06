import { seededRandom, velocity as velocityOver } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesTrends } from '../../../shared/src/analytics/series-trend.ts';
import { normalDraw } from '../../../shared/src/statistics/random-draws.ts';
import { day, SALES, START } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, periodsOf, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

/** Of amounts 1000 exp(u - 1/2), u uniform: the mean with the largest drawn in to the 95 % point. */
const MEAN_VALUE = 1000 * (1.05 * Math.exp(0.45) - Math.exp(-0.5));

function report({ seed = 1, deals = 1500, days = 360, way = PLAIN } = {}) {
  const table = simulatedDeals({ seed, deals, days, way });
  const amounts = table.amounts.value;
  return velocityOver({
    table,
    pipeline: twoStages(),
    periods: periodsOf(days / 30, 30).slice(3),
    asOf: day(days),
    amounts,
  });
}

/** From day 330 on, everything takes a quarter of the time. */
const fasterOffers: typeof PLAIN = (stageId, onDay, owner) => {
  const way = PLAIN(stageId, onDay, owner);
  return way !== null && onDay >= 330 ? { ...way, meanDays: way.meanDays / 4 } : way;
};

describe('velocity', () => {
  it('is open deals × win rate × value / cycle, and its change the sum of the changes of the four', () => {
    const { periods, change } = report();
    const { openDeals, winRate, wonValue, cycleDays, velocity } = periods.at(-1)!;
    const value = (place: number): number => {
      const estimate = periods.at(place)!.velocity;
      return estimate.kind === 'estimate' ? estimate.value : Number.NaN;
    };

    expect(velocity).toMatchObject({ value: (openDeals * winRate! * wonValue!) / cycleDays! });
    expect(change!.total).toBeCloseTo(Math.log(value(-1) / value(-2)), 12);
    expect(change!.openDeals + change!.winRate + change!.wonValue + change!.cycleDays).toBe(change!.total);
  });

  it('holds the truth in its interval, and calls no change where there is none', () => {
    let [held, intervals, changes, wrong] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 30; seed += 1) {
      const { periods, change } = report({ seed, deals: 2000 });
      if (change !== null) changes += 1;
      if (change !== null && change.verdict !== 'no-clear-change') wrong += 1;
      for (const { velocity, openDeals } of periods) {
        const truth = (openDeals * 0.25 * MEAN_VALUE) / 25;
        if (velocity.kind !== 'estimate') continue;
        intervals += 1;
        if (velocity.low <= truth && truth <= velocity.high!) held += 1;
      }
    }

    expect(intervals).toBeGreaterThan(200);
    expect(held / intervals).toBeGreaterThan(0.91);
    expect(changes).toBeGreaterThan(25);
    expect(wrong / changes).toBeLessThanOrEqual(0.1);
  });

  it('takes open deals into the cycle, where the mean of won deals alone would forget the slow ones', () => {
    // All began at START: on day 30 the slow half is still open.
    const table = salesTable(SALES, ['new 10d, won', 'new 50d, won'], 40);
    const periods = [
      { fromAt: START, toAt: day(30) },
      { fromAt: START, toAt: day(60) },
    ];
    const amounts = Array.from(table.dealIds, () => 100);
    const { periods: measured } = velocityOver({ table, pipeline: SALES, periods, asOf: day(60), amounts });

    expect(measured[0]).toMatchObject({ cycleDays: 10, won: 40, winRate: 1, velocity: { kind: 'estimate' } });
    expect(measured[1]?.cycleDays).toBeCloseTo(30, 9);
    const later = [{ fromAt: day(20), toAt: day(60) }];
    expect(velocityOver({ table, pipeline: SALES, periods: later, asOf: day(60), amounts }).periods[0]).toMatchObject({
      cycleDays: 50,
    });
  });

  it('sees the cycle become faster, and leaves out the unfinished period', () => {
    const { change, periods } = report({ way: fasterOffers, deals: 6000 });
    expect(change?.cycleDays).toBeGreaterThan(0.1);
    expect(change?.verdict).toBe('faster');
    expect(periods).toHaveLength(9);

    const table = simulatedDeals({ seed: 1, deals: 300, days: 360, way: PLAIN });
    const cut = { table, pipeline: twoStages(), periods: periodsOf(12, 30), amounts: table.amounts.value };
    expect(velocityOver({ ...cut, asOf: day(360) - 1 }).periods).toHaveLength(11);
  });

  it('counts wins without an amount, and guesses none', () => {
    const table = salesTable(SALES, ['new 3d, won'], 30);
    const periods = [{ fromAt: START, toAt: day(30) }];
    const ask = (amounts: readonly number[]) =>
      velocityOver({ table, pipeline: SALES, periods, asOf: day(30), amounts }).periods[0];

    expect(ask(Array.from({ length: 30 }, (_, deal) => (deal < 10 ? 500 : Number.NaN)))).toMatchObject({
      wonValue: 500,
      wonWithoutAmount: 20,
    });
    expect(ask([])).toMatchObject({ wonValue: null, wonWithoutAmount: 30, velocity: { kind: 'insufficient' } });
  });

  it.each([
    ['all open', ['new 900d, demo']],
    ['all lost', ['new 3d, lost']],
    ['closed at creation', ['won']],
    ['loops', ['new 5d, demo 5d, new 9d, demo']],
  ])('says insufficient, never an error, for logs of a kind: %s', (_, lines) => {
    const table = salesTable(SALES, lines, 30);
    const amounts = table.dealIds.map(() => 5);
    const { periods, change, trends } = velocityOver({
      table,
      pipeline: SALES,
      periods: periodsOf(3, 30),
      asOf: day(90),
      amounts,
    });

    expect(periods.map(({ velocity }) => velocity.kind)).toEqual(['insufficient', 'insufficient', 'insufficient']);
    expect(change).toBeNull();
    expect(trends.velocity.verdict).toBe('insufficient');
  });
});

describe('seriesTrends', () => {
  it('needs eight periods without a gap, from the first that has a value', () => {
    const [seven, gap, eight, young] = seriesTrends([
      [1, 2, 3, 4, 5, 6, 7],
      [1, 2, 3, 4, null, 6, 7, 8, 9],
      [1, 2, 3, 4, 5, 6, 7, 8],
      [null, null, 8, 7, 6, 5, 4, 3, 2, 1],
    ]);

    expect([seven?.verdict, gap?.verdict, eight?.verdict]).toEqual(['insufficient', 'insufficient', 'rising']);
    expect(eight).toEqual({ verdict: 'rising', perPeriod: 1, n: 8 });
    expect(young).toEqual({ verdict: 'falling', perPeriod: -1, n: 8 });
  });

  it('turns round with its series, and is moved by no constant', () => {
    const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 20 });
    const turned = {
      rising: 'falling',
      falling: 'rising',
      'no-clear-trend': 'no-clear-trend',
      insufficient: 'insufficient',
    };
    fc.assert(
      fc.property(series, fc.integer({ min: -9, max: 9 }), (values, shift) => {
        const [here, opposite, shifted] = [
          values,
          values.map((value) => -value),
          values.map((value) => value + shift),
        ].map((each) => seriesTrends([each])[0]!.verdict);
        expect(opposite).toBe(turned[here!]);
        expect(shifted).toBe(here);
      }),
    );
  });

  it('sees trends in at most 5 % of pure chance, and in at most 8 % where neighbouring periods resemble each other', () => {
    const random = seededRandom(11);
    const falseShare = (carry: number): number => {
      let wrong = 0;
      for (let run = 0; run < 1000; run += 1) {
        let carried = 0;
        const values = Array.from({ length: 16 }, () => (carried = carry * carried + normalDraw(random)));
        const [trend] = seriesTrends([values]);
        if (trend?.verdict === 'rising' || trend?.verdict === 'falling') wrong += 1;
      }
      return wrong / 1000;
    };

    expect(falseShare(0)).toBeLessThanOrEqual(0.05);
    expect(falseShare(0.4)).toBeLessThanOrEqual(0.08);
  });
});
