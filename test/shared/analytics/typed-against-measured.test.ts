import { foldShard, typedAgainstMeasured } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealThrough, aRecord, day, SALES, someIndex, START } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, periodsOf, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const RIGHT = { demo: 0.25, offer: 0.5 };

function verdicts(typed: Readonly<Record<string, number>>, { seed = 1, deals = 1200, way = PLAIN } = {}) {
  const table = simulatedDeals({ seed, deals, days: 360, way });
  return typedAgainstMeasured({ table, pipeline: twoStages(typed), periods: periodsOf(4, 90), asOf: day(360) });
}

describe('typedAgainstMeasured', () => {
  it('finds the stage that was typed too high, and the one too low, and lets right ones be', () => {
    expect(verdicts({ demo: 0.25, offer: 0.8 }).map(({ verdict }) => verdict)).toEqual([
      'not-distinguishable',
      'below',
    ]);
    expect(verdicts({ demo: 0.1, offer: 0.5 }).map(({ verdict }) => verdict)).toEqual(['above', 'not-distinguishable']);
  });

  it('judges the last two periods whose deals had time to close, and says on how many deals', () => {
    const [demo] = verdicts(RIGHT);

    expect(demo?.cohorts.map(({ period }) => period)).toEqual(periodsOf(4, 90).slice(1, 3));
    for (const { won, lost, winShare } of demo!.cohorts) {
      expect(winShare).toMatchObject({ kind: 'estimate', value: won / (won + lost), n: won + lost });
    }
  });

  it('says below only where that holds if open deals end like the others, above only where it holds if none is won', () => {
    const never: typeof PLAIN = (stageId) =>
      stageId === 'demo' ? { to: { won: 0.3 }, meanDays: 10 } : PLAIN(stageId, 0, 0);

    expect(verdicts({ demo: 0.35 }, { way: never })[0]).toMatchObject({ verdict: 'not-distinguishable' });
    expect(verdicts({ demo: 0.35 }, { way: mostlyOpen })[0]).toMatchObject({ verdict: 'not-distinguishable' });
    expect(verdicts({ demo: 0.95 }, { way: mostlyOpen })[0]).toMatchObject({ verdict: 'below' });
    expect(verdicts({ demo: 0.05 }, { way: mostlyOpen })[0]).toMatchObject({ verdict: 'above' });
  });

  it('is wrong in at most 5 % of verdicts where nothing is planted, and its 95 % intervals hold the truth', () => {
    let [said, wrong, held, intervals] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      for (const { verdict, cohorts, stageId } of verdicts(RIGHT, { seed, deals: 500 })) {
        said += 1;
        if (verdict === 'below' || verdict === 'above') wrong += 1;
        for (const { winShare } of cohorts) {
          if (winShare.kind !== 'estimate') continue;
          intervals += 1;
          const truth = stageId === 'demo' ? RIGHT.demo : RIGHT.offer;
          if (winShare.low <= truth && truth <= winShare.high!) held += 1;
        }
      }
    }

    expect(said).toBe(120);
    expect(wrong / said).toBeLessThanOrEqual(0.05);
    expect(intervals).toBeGreaterThan(200);
    // 99 % range of a binomial share of .95 over some 240 intervals.
    expect(held / intervals).toBeGreaterThan(0.91);
    expect(held / intervals).toBeLessThan(0.99);
  });

  it('counts a deal once a stage, by its first close, and leaves out those that went elsewhere', () => {
    const lines = [
      'new 2d, demo 2d, new 2d, demo 2d, won',
      'new 2d, demo 2d, lost 5d, demo 9d, won',
      'new 2d, welcome',
    ];
    const records = Array.from({ length: 75 }, (_, deal) =>
      aRecord(aDealThrough(lines[deal % 3]!, { dealId: String(deal) })),
    );
    const table = foldShard(records, someIndex()).get('sales')!;
    const periods = [
      { fromAt: START - 1, toAt: START },
      { fromAt: START, toAt: day(1) },
    ];
    const [fresh] = typedAgainstMeasured({ table, pipeline: SALES, periods, asOf: day(100) });

    expect(fresh?.cohorts.at(-1)).toMatchObject({ won: 25, lost: 25, left: 25, open: 0, winShare: { value: 0.5 } });
    expect(fresh?.verdict).toBe('insufficient');
  });

  it('says insufficient, never an error, where nothing closed, all is new, or nothing was ever typed', () => {
    const periods = periodsOf(4, 10);
    const ask = (lines: readonly string[]) =>
      typedAgainstMeasured({ table: salesTable(SALES, lines, 30), pipeline: SALES, periods, asOf: day(40) });

    expect(ask(['new 50d, demo']).map(({ verdict }) => verdict)).toEqual(['insufficient', 'insufficient']);
    expect(ask(['new 0ms, won'])[0]).toMatchObject({ verdict: 'insufficient' });
    expect(ask(['won'])).toEqual([]);
    const untyped = { ...SALES, stages: SALES.stages.map((stage) => ({ ...stage, typedProbability: null })) };
    const table = salesTable(untyped, ['new 1d, won'], 30);
    expect(typedAgainstMeasured({ table, pipeline: untyped, periods, asOf: day(40) })[0]).toMatchObject({
      typed: null,
      verdict: 'insufficient',
    });
  });
});

/** Three of ten are won, one is lost, and six are never closed. */
const mostlyOpen: typeof PLAIN = (stageId) =>
  stageId === 'demo' ? { to: { won: 0.3, lost: 0.1 }, meanDays: 10 } : null;
