import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishedQuantile, finishedVisits } from '../../../shared/src/analytics/finished-visits.ts';
import { knownVisits, leadsOn } from '../../../shared/src/analytics/known-visits.ts';
import { sampleQuantile } from '../../../shared/src/statistics/sample-quantile.ts';
import { day } from '../../support/builders.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

describe('finishedVisits', () => {
  it('tells at any instant in the past the quantiles of what had finished by then', () => {
    const table = simulatedDeals({ seed: 4, deals: 300, days: 200, way: PLAIN });
    const today = knownVisits(table, twoStages(), day(200));
    const finished = finishedVisits(today);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (days, p) => {
        const at = day(days);
        const then = knownVisits(table, twoStages(), at);
        const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) => then.isKnown(row));
        const won = new Set(rows.filter((row) => then.exitOf(row) === 'won').map((row) => table.deal[row]));

        for (const [stage, visits] of finished.entries()) {
          const over = rows.filter((row) => then.stageOf(row) === stage && then.exitOf(row) !== null);
          const direct = (some: readonly number[]) =>
            some.length < 5
              ? null
              : sampleQuantile(
                  some.map((row) => then.endOf(row) - (table.enteredAt[row] ?? 0)),
                  p,
                );
          const told = (isMeant: (place: number) => boolean) =>
            finishedQuantile(visits, p, {
              isMeant: (place) => visits.endedAt[place]! <= at && isMeant(place),
              needed: 5,
            });

          expect(told(() => true)).toBe(direct(over));
          expect(told((place) => visits.ledOn[place] === 1)).toBe(
            direct(over.filter((row) => leadsOn(then.exitOf(row)))),
          );
          expect(told((place) => visits.wonAt[place]! <= at)).toBe(
            direct(over.filter((row) => won.has(table.deal[row]))),
          );
        }
      }),
    );
  });
});
