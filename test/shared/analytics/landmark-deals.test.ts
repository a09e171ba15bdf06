import { describe, expect, it } from 'vitest';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { landmarkDeals, landmarkDealsAt } from '../../../shared/src/analytics/landmark-deals.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const LINES = ['new 5d, won', 'new 9d, demo 30d, lost', 'new 0ms, demo 12d, waiting 9d, demo 7d, won', 'new 3d, demo'];
const known = knownVisits(salesTable(SALES, LINES, 3), SALES, day(40));
const LANDMARKS = [-1, 0, 4, 5, 9, 12, 25, 39, 40].map(day);

describe('landmarkDeals', () => {
  it('finds the deals that waited in an open stage, with their age and what came of them', () => {
    const [first] = landmarkDeals(known, day(4));

    expect(landmarkDeals(known, day(4))).toHaveLength(12);
    expect(first).toMatchObject({ outcome: 'won', closedAt: day(5), ageMs: day(4) - day(0) });
    expect(landmarkDeals(known, day(5)).map(({ deal }) => deal)).not.toContain(first?.deal);
    expect(landmarkDeals(known, day(-1))).toEqual([]);
    // Three wait where `waiting` is parked.
    expect(landmarkDeals(known, day(15))).toHaveLength(6);
  });

  it('says of many instants at once what it says of each', () => {
    expect(landmarkDealsAt(known, LANDMARKS)).toEqual(LANDMARKS.map((at) => landmarkDeals(known, at)));
  });

  it('leaves out the deals that are not asked about', () => {
    const asked = landmarkDealsAt(
      known,
      LANDMARKS,
      Uint8Array.from(known.table.dealIds, (_, deal) => 1 - (deal % 2)),
    );

    expect(asked).toEqual(LANDMARKS.map((at) => landmarkDeals(known, at).filter(({ deal }) => deal % 2 === 0)));
  });
});
