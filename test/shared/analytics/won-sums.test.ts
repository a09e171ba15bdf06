import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wonSums, wonWithin } from '../../../shared/src/analytics/won-sums.ts';

describe('wonWithin', () => {
  it('counts and adds up the wins of a period as one by one would, cents included', () => {
    const amount = fc.oneof(
      fc.integer({ min: 0, max: 1e9 }).map((minor) => minor / 100),
      fc.constantFrom(Number.NaN, -5),
    );
    const win = fc.record({ wonAt: fc.nat(12), amount });
    fc.assert(
      fc.property(fc.array(win, { maxLength: 30 }), fc.nat(14), fc.nat(14), (list, fromAt, toAt) => {
        const wins = list.map(({ wonAt }, deal) => ({ deal, wonAt })).sort((a, b) => a.wonAt - b.wonAt);
        const values = Float64Array.from(list, (each) => each.amount);

        const within = wonWithin(wonSums(wins, { values }), { fromAt, toAt });

        const own = wins.filter(({ wonAt }) => wonAt >= fromAt && wonAt < toAt);
        const usable = own.flatMap(({ deal }) => ((values[deal] ?? Number.NaN) >= 0 ? [values[deal] ?? 0] : []));
        expect(within).toEqual({
          deals: own.length,
          withoutAmount: own.length - usable.length,
          amount: usable.reduce((sum, each) => sum + Math.round(100 * each), 0),
        });
      }),
    );
  });
});
