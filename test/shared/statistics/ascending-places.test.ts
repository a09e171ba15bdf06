import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingPlaces } from '../../../shared/src/statistics/ascending-places.ts';

describe('ascendingPlaces', () => {
  it('is a stable sort of the places by value, whatever the sign and size of the values', () => {
    const few = fc.constantFrom(-0, 0, -1, 1.5, -1e300, 5e-324, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    const value = fc.oneof(few, fc.double({ noNaN: true }), fc.integer({ min: 1.6e12, max: 1.7e12 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const byComparison = values.map((_, place) => place).sort((a, b) => compare(values[a] ?? 0, values[b] ?? 0));

        expect([...ascendingPlaces(values)]).toEqual(byComparison);
      }),
    );
  });
});

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
