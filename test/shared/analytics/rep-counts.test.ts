import { describe, expect, it } from 'vitest';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { repPaces } from '../../../shared/src/analytics/rep-pace.ts';
import { repCounts } from '../../../shared/src/analytics/rep-rows.ts';
import { ownerThen } from '../../../shared/src/analytics/reps-in-play.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { foldedTable } from '../../support/sales-table.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const YEAR = { fromAt: day(0), toAt: day(365) };

/** Deals as `line` of stages and `owner` line, each worth 100. */
function countsOf(deals: readonly { line: string; owner: string }[], period = YEAR, asOf = day(365)) {
  const table = foldedTable(
    SALES,
    deals.map(({ line, owner }, place) =>
      aRecord(aDealThrough(line, { dealId: String(1001 + place), histories: { hubspot_owner_id: aTimeline(owner) } })),
    ),
  );
  const known = knownVisits(table, SALES, asOf);
  const amounts = table.dealIds.map(() => 100);
  return repCounts({ known, period, ownerOf: ownerThen(table, known), amounts });
}

describe('repCounts', () => {
  it('counts a deal for whoever owned it then, not for the owner now', () => {
    const counts = countsOf([
      { line: 'new 4d, demo 4d, won', owner: '11 6d, 12 300d, 13' },
      { line: 'new 4d, lost', owner: '11' },
      { line: 'new 4d, demo 4d, lost', owner: '12' },
    ]);

    expect(counts.map(({ ownerId, owned, entered, won, lost }) => [ownerId, owned, entered, won, lost])).toEqual([
      ['11', 2, 2, 0, 1],
      ['12', 2, 3, 1, 1],
    ]);
    expect(counts.map(({ wonAmount, velocityShare }) => [wonAmount, velocityShare])).toEqual([
      [0, 0],
      [100, 1],
    ]);
  });

  it('knows of a past period nothing of the owners and moves that came later', () => {
    const deal = { line: 'new 40d, demo 4d, won', owner: '11 20d, 12' };

    expect(countsOf([deal], { fromAt: day(0), toAt: day(10) })).toMatchObject([{ ownerId: '11', owned: 1, won: 0 }]);
    expect(countsOf([deal], { fromAt: day(10), toAt: day(30) })).toMatchObject([{ ownerId: '12', entered: 0 }]);
    expect(countsOf([deal], { fromAt: day(60), toAt: day(90) })).toEqual([]);
  });

  it('says of deals of nobody, and without wins, nothing', () => {
    expect(countsOf([{ line: 'new 4d, won', owner: '' }])).toEqual([]);
    expect(countsOf([{ line: 'new 4d, lost', owner: '11' }])[0]).toMatchObject({
      velocityShare: null,
      pace: { kind: 'insufficient', n: 1 },
    });
  });
});

describe('repPaces', () => {
  it('expects as many exits as there were, whoever owns the deals, and finds the slow rep', () => {
    const way: typeof PLAIN = (stageId, onDay, owner) => {
      const usual = PLAIN(stageId, onDay, owner);
      return usual === null || owner > 0 ? usual : { ...usual, meanDays: 2 * usual.meanDays };
    };
    const table = simulatedDeals({ seed: 3, deals: 900, days: 365, owners: 3, way });
    const known = knownVisits(table, twoStages(), day(365));
    const period = { fromAt: day(100), toAt: day(300) };

    const paces = [...repPaces(known, period, ownerThen(table, known))]
      .map(([owner, pace]) => [table.ownerIds[owner] ?? '', pace] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
    const sum = (of: 'exits' | 'expected') => paces.reduce((total, [, pace]) => total + pace[of], 0);

    expect(sum('expected')).toBeCloseTo(sum('exits'), 6);
    const ratios = paces.map(([, { exits, expected }]) => exits / expected);
    expect(ratios[0]).toBeLessThan(0.75);
    expect(Math.min(ratios[1] ?? 0, ratios[2] ?? 0)).toBeGreaterThan(1.05);
  });
});
