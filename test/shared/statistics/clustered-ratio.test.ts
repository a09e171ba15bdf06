import { clusteredRatio, seededRandom } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('clusteredRatio', () => {
  it('is the mean with its ordinary standard error when every row is a cluster', () => {
    const values = [1, 4, 2, 9];
    const got = clusteredRatio({ numerator: values, denominator: [1, 1, 1, 1], cluster: ['a', 'b', 'c', 'd'] });

    expect(got?.value).toBe(4);
    expect(got?.standardError).toBeCloseTo(Math.sqrt(38 / 3 / 4), 12);
  });

  it('does not grow surer when every row is said again', () => {
    const rows = fc.array(fc.record({ a: fc.integer({ min: 0, max: 9 }), b: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (list) => {
        const columns = (times: number) => ({
          numerator: Array.from({ length: times }, () => list.map((row) => row.a)).flat(),
          denominator: Array.from({ length: times }, () => list.map((row) => row.b)).flat(),
          cluster: Array.from({ length: times }, () => list.map((_, i) => i)).flat(),
        });
        const once = clusteredRatio(columns(1));
        const thrice = clusteredRatio(columns(3));

        expect(thrice?.value).toBeCloseTo(once?.value ?? Number.NaN, 12);
        expect(thrice?.standardError).toBeCloseTo(once?.standardError ?? Number.NaN, 12);
      }),
    );
  });

  it('holds the true ratio as often as it claims, though rows of a cluster agree', () => {
    const random = seededRandom(12);
    let held = 0;
    for (let round = 0; round < 600; round += 1) {
      const level = Array.from({ length: 60 }, random);
      const rows = level.flatMap((mean, cluster) =>
        [1, 2, 3, 4].map(() => ({ cluster, a: mean + 0.2 * random(), b: 2 })),
      );
      const got = clusteredRatio({
        numerator: rows.map((row) => row.a),
        denominator: rows.map((row) => row.b),
        cluster: rows.map((row) => row.cluster),
      });
      if (got !== null && got.low <= 0.3 && 0.3 <= got.high) held += 1;
    }

    expect(held / 600).toBeGreaterThan(0.92);
    expect(held / 600).toBeLessThan(0.975);
  });

  it('is null from a single cluster, from nothing, and from denominators that add up to zero', () => {
    expect(clusteredRatio({ numerator: [1, 2], denominator: [1, 1], cluster: ['a', 'a'] })).toBeNull();
    expect(clusteredRatio({ numerator: [], denominator: [], cluster: [] })).toBeNull();
    expect(clusteredRatio({ numerator: [1, 2], denominator: [0, 0], cluster: ['a', 'b'] })).toBeNull();
  });

  it('refuses columns of unequal length', () => {
    expect(() => clusteredRatio({ numerator: [1], denominator: [1, 2], cluster: ['a'] })).toThrow(RangeError);
  });
});
