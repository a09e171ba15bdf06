import {
  ARRIVAL_CODES,
  DAY_MS,
  type DealRecord,
  flow,
  foldShard,
  mergeDeal,
  type VisitTable,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { workInProgressDrift } from '../../../shared/src/analytics/work-in-progress-drift.ts';
import { anyDeals } from '../../support/arbitraries.ts';
import { day, SALES, someIndex, START } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, periodsOf, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const MINUTE_MS = 60_000;
const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Visits of a stage that had begun before an instant and had not ended before it. */
function inStageAt(table: VisitTable, stageId: string, at: number): number {
  return Array.from({ length: table.length }, (_, row) => row).filter(
    (row) =>
      table.stageIds[table.stage[row]!] === stageId && table.enteredAt[row]! < at && !(table.exitedAt[row]! < at),
  ).length;
}

describe('flow', () => {
  it('keeps arrivals = exits + change of work in progress, in every stage and period of any history', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: -2, max: 16 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(anyDeals, bounds, (deals, minutes) => {
        const records = deals.flatMap((reads) => reads.reduce<DealRecord | null>(mergeDeal, null) ?? []);
        const table = foldShard(records, someIndex()).get('sales');
        if (table === undefined) return;
        const at = minutes.toSorted((a, b) => a - b).map((minute) => START + minute * MINUTE_MS);
        const periods = at.slice(1).map((toAt, place) => ({ fromAt: at[place]!, toAt }));

        for (const { stageId, periods: flows } of flow({ table, pipeline: SALES, periods, asOf: day(365) })) {
          for (const { period, arrivals, exits, atStart, atEnd } of flows) {
            expect(total(arrivals)).toBe(total(exits) + atEnd - atStart);
            expect(atStart).toBe(inStageAt(table, stageId, period.fromAt));
            expect(atEnd).toBe(inStageAt(table, stageId, period.toAt));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts each kind of exit and of arrival, period by period, as looking at each visit does', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 1, max: 5 }), (deals, minutes) => {
        const records = deals.flatMap((reads) => reads.reduce<DealRecord | null>(mergeDeal, null) ?? []);
        const table = foldShard(records, someIndex()).get('sales');
        if (table === undefined) return;
        const periods = Array.from({ length: 4 }, (_, place) => ({
          fromAt: START + place * minutes * MINUTE_MS,
          toAt: START + (place + 1) * minutes * MINUTE_MS,
        }));
        const asOf = day(365);
        const known = knownVisits(table, SALES, asOf);

        for (const [stage, { periods: flows }] of flow({ table, pipeline: SALES, periods, asOf }).entries()) {
          const rows = Array.from({ length: table.length }, (_, row) => row).filter(
            (row) => known.stageOf(row) === stage,
          );
          for (const { period, arrivals, exits } of flows) {
            const within = (at: number) => at >= period.fromAt && at < period.toAt;
            for (const [kind, count] of Object.entries(exits))
              expect(count).toBe(rows.filter((row) => known.exitOf(row) === kind && within(known.endOf(row))).length);
            for (const [code, kind] of ARRIVAL_CODES.entries())
              expect(arrivals[kind]).toBe(
                rows.filter((row) => table.arrival[row] === code && within(table.enteredAt[row]!)).length,
              );
          }
        }
      }),
    );
  });

  it('counts kinds of arrival and exit, a visit of no length as both, and time spent by its part in the period', () => {
    const table = salesTable(SALES, ['new 4d, demo 0ms, offer 6d, won', 'new[IMPORT] 2d, lost', 'new 30d, demo']);
    const periods = [{ fromAt: START, toAt: day(10) }];
    const [fresh, demo, offer] = flow({ table, pipeline: SALES, periods, asOf: day(40) }).map(
      (each) => each.periods[0],
    );

    expect(fresh).toMatchObject({ arrivals: { entered: 2, late: 1 }, exits: { advanced: 1, lost: 1 }, atEnd: 1 });
    expect(fresh?.inProgressMean).toBeCloseTo((4 + 2 + 10) / 10, 12);
    // Two left in ten days; of one of them alone the dwell is known: 4 days.
    expect(fresh?.flowing).toBeCloseTo(0.8, 12);
    expect(demo).toMatchObject({ arrivals: { entered: 1 }, exits: { advanced: 1 }, atStart: 0, atEnd: 0 });
    expect(offer).toMatchObject({ atEnd: 1, exits: { won: 0 }, flowing: null });
  });

  it('knows nothing later than its instant', () => {
    const table = salesTable(SALES, ['new 4d, demo 9d, won']);
    const periods = [{ fromAt: START, toAt: day(30) }];
    const [, demo] = flow({ table, pipeline: SALES, periods, asOf: day(6) });

    expect(demo?.periods[0]).toMatchObject({ atEnd: 1, exits: { won: 0 }, inProgressMean: 2 / 6 });
  });

  it('explains what lies in a steady stage by its flow (Little), and little of one full of zombies', () => {
    const question = { pipeline: twoStages(), periods: [{ fromAt: day(100), toAt: day(300) }], asOf: day(300) };
    const zombies = (stageId: string) =>
      stageId === 'demo' ? { to: { offer: 0.3, lost: 0.3 }, meanDays: 10 } : PLAIN(stageId, 0, 0);
    const shareFlowing = (way: typeof PLAIN): number => {
      const table = simulatedDeals({ seed: 3, deals: 3000, days: 300, way });
      const [demo] = flow({ table, ...question });
      return demo!.periods[0]!.flowing! / demo!.periods[0]!.inProgressMean;
    };

    expect(shareFlowing(PLAIN)).toBeCloseTo(1, 1);
    expect(shareFlowing(zombies)).toBeLessThan(0.1);
  });
});

describe('workInProgressDrift', () => {
  it('sees a stage that fills, and one that empties', () => {
    const [up, down] = workInProgressDrift([
      [3, 4, 2, 5, 3, 4, 3, 4],
      [-3, -4, -2, -5, -3, -4, -3, -4],
    ]);

    expect(up).toMatchObject({ verdict: 'filling', perPeriod: { value: 3.5, n: 8 } });
    expect(down?.verdict).toBe('draining');
  });

  it('needs eight periods, and takes the unfinished one for none', () => {
    const table = salesTable(SALES, ['new 3d, demo 5d, won'], 3);
    const drift = (asOf: number) => flow({ table, pipeline: SALES, periods: periodsOf(8, 7), asOf })[0]?.drift;

    expect(drift(START + 56 * DAY_MS - 1)).toMatchObject({ verdict: 'insufficient', perPeriod: { n: 7, needed: 8 } });
    expect(drift(START + 56 * DAY_MS)?.verdict).toBe('no-clear-change');
  });

  it('tells steady stages from filling ones: at most 5 % false verdicts over 200 stages of known truth', () => {
    let [verdicts, wrong] = [0, 0];
    for (let seed = 1; seed <= 100; seed += 1) {
      const table = simulatedDeals({ seed, deals: 300, days: 240, way: PLAIN });
      const periods = periodsOf(8, 20).map(({ fromAt, toAt }) => ({
        fromAt: fromAt + 80 * DAY_MS,
        toAt: toAt + 80 * DAY_MS,
      }));
      for (const { drift } of flow({ table, pipeline: twoStages(), periods, asOf: day(240) })) {
        verdicts += 1;
        if (drift.verdict !== 'no-clear-change') wrong += 1;
      }
    }

    expect(verdicts).toBe(200);
    expect(wrong / verdicts).toBeLessThanOrEqual(0.05);
  });
});
