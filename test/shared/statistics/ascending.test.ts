import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '@deal-stage-insights/shared';
import { ascending } from '../../../shared/src/statistics/ascending.ts';

/** As many as a large stage has visits: durations of all sizes, whole ones and others, ties among them. */
function manyNumbers(seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: 9000 }, () => {
    const size = 10 ** (12 * random());
    return random() < 0.5 ? Math.floor(random() * size) : random() * size;
  });
}

describe('ascending', () => {
  it('puts many numbers into the order that a comparison puts them into', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const values = manyNumbers(seed);
        const compared = [...values].sort((a, b) => a - b);

        expect(ascending(values)).toEqual(Float64Array.from(compared));
      }),
      { numRuns: 5 },
    );
  });

  it.each([
    ['a number below 0', -1],
    ['a 0 below 0', -0],
    ['an endless one', Number.POSITIVE_INFINITY],
    ['none at all', Number.NaN],
  ])('does so with %s among them', (_, odd) => {
    const values = Float64Array.of(...manyNumbers(3), odd, 0);
    const expected = values.slice().sort();

    expect(ascending(values)).toEqual(expected);
  });

  it('does so with numbers that are all alike, with few, and with none', () => {
    expect(ascending(new Float64Array(20_000).fill(7))).toEqual(new Float64Array(20_000).fill(7));
    expect(ascending(Float64Array.of(3, 1, 2))).toEqual(Float64Array.of(1, 2, 3));
    expect(ascending(new Float64Array(0))).toEqual(new Float64Array(0));
  });
});
