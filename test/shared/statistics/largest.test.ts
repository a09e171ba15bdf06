import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largest } from '../../../shared/src/statistics/largest.ts';

describe('largest', () => {
  it('finds the places that come first when places are sorted by value, equal values in their own order', () => {
    const values = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 });
    fc.assert(
      fc.property(values, fc.nat(35), (list, count) => {
        const sorted = list.map((_, place) => place).sort((a, b) => (list[b] ?? 0) - (list[a] ?? 0) || a - b);
        const first = new Set(sorted.slice(0, count));

        const found = largest(Float64Array.from(list), count);

        expect([...found]).toEqual(list.map((_, place) => (first.has(place) ? 1 : 0)));
      }),
    );
  });
});
