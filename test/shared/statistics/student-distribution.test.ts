import { describe, expect, it } from 'vitest';
import { twoSidedZ } from '../../../shared/src/statistics/normal-distribution.ts';
import { twoSidedT } from '../../../shared/src/statistics/student-distribution.ts';

describe('twoSidedT', () => {
  // Tables of Student's distribution; of 1 and 2 degrees there are formulas: tan(π level / 2), level sqrt(2 / (1 - level²)).
  it.each([
    [0.95, 1, Math.tan((Math.PI * 0.95) / 2)],
    [0.8, 2, 0.8 * Math.sqrt(2 / (1 - 0.8 ** 2))],
    [0.99, 5, 4.032143],
    [0.95, 10, 2.228139],
    [0.9, 30, 1.697261],
  ])('holds %d of the law of %d degrees of freedom', (level, df, t) => {
    expect(twoSidedT(level, df)).toBeCloseTo(t, 6);
  });

  it('comes to the normal law’s with many degrees, and goes far beyond it below one', () => {
    expect(twoSidedT(0.95, 1e6)).toBeCloseTo(twoSidedZ(0.95), 5);
    expect(twoSidedT(0.95, 0.5)).toBeGreaterThan(100);
    expect(() => twoSidedT(0.95, 0)).toThrow(RangeError);
  });
});
