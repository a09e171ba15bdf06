import { mannKendall, sampleQuantile, senSlope } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const series = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });

describe('mannKendall', () => {
  it('turns its sign with the series and knows only the order of the values', () => {
    fc.assert(
      fc.property(series, (values) => {
        const up = mannKendall(values);
        const down = mannKendall(values.map((value) => -value));
        const stretched = mannKendall(values.map((value) => value ** 3 + 5));

        expect(down.score + up.score).toBe(0);
        expect(down.pValue).toBe(up.pValue);
        expect(stretched).toEqual(up);
        expect(up.pValue).toBeGreaterThanOrEqual(0);
        expect(up.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([[[]], [[3]], [[4, 4, 4]]])('has no trend to report for %j', (values) => {
    expect(mannKendall(values)).toMatchObject({ score: 0, z: 0, pValue: 1, tau: null });
  });

  it('refuses a series with a hole', () => {
    expect(() => mannKendall([1, Number.NaN, 3])).toThrow(RangeError);
  });
});

describe('senSlope', () => {
  it('finds the slope of a line whatever one wild period does', () => {
    expect(senSlope([0, 2, 4, 6, 8, 1000, 12, 14])).toBe(2);
  });

  it('scales with the values', () => {
    fc.assert(
      fc.property(series, (values) => {
        expect(senSlope(values.map((value) => 3 * value))).toBeCloseTo(3 * (senSlope(values) ?? Number.NaN), 9);
      }),
    );
  });

  it('is null without a pair', () => {
    expect(senSlope([1])).toBeNull();
  });
});

describe('sampleQuantile', () => {
  it('lies between the extremes, reaches them at 0 and 1, and grows with its share', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const quantile = sampleQuantile(values, p) ?? Number.NaN;

        expect(sampleQuantile(values, 0)).toBe(Math.min(...values));
        expect(sampleQuantile(values, 1)).toBe(Math.max(...values));
        expect(quantile).toBeLessThanOrEqual(sampleQuantile(values, Math.min(1, p + 0.1)) ?? Number.NaN);
      }),
    );
  });

  it('is null without values', () => {
    expect(sampleQuantile([], 0.5)).toBeNull();
  });
});
