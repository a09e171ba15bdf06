import { describe, expect, it } from 'vitest';
import { chanceMoves } from '../../../shared/src/analytics/chance-moves.ts';
import { keptMoves } from '../../../shared/src/analytics/kept-moves.ts';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

describe('keptMoves', () => {
  it('are made once for a period, whatever else is said of its days, and anew for another', () => {
    const known = knownVisits(salesTable(SALES, ['new 4d, demo 3d, won', 'new 9d, lost']), SALES, day(30));
    const period = { fromAt: day(0), toAt: day(20) };
    const withDays = { ...period, fromDay: '2026-01-05' };
    const made = keptMoves(known, withDays);

    expect(keptMoves(known, period)).toBe(made);
    expect(made).toEqual(chanceMoves(known, period));
    expect(keptMoves(known, { ...period, toAt: day(8) })).not.toBe(made);
  });
});
