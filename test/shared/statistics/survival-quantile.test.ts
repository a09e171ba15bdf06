import { kaplanMeier, restrictedMean, survivalBand, survivalQuantile } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDurations } from './durations.ts';

const allOf = (time: readonly number[]) => kaplanMeier({ time, event: time.map(() => 1) });

describe('survivalQuantile', () => {
  it('takes the middle of a flat part that lies exactly on the level', () => {
    expect(survivalQuantile(allOf([1, 2, 3, 4]), 0.5).value).toBe(2.5);
  });

  it('ends a flat part at the last observed age', () => {
    const curve = kaplanMeier({ time: [1, 2, 9, 9], event: [1, 1, 0, 0] });

    expect(survivalQuantile(curve, 0.5).value).toBe(5.5);
  });

  it.each([
    ['nobody has left', { time: [3, 4], event: [0, 0] }],
    ['too few have left', { time: [1, 4, 5], event: [1, 0, 0] }],
    ['nobody was there', { time: [], event: [] }],
  ])('is null, not the last age, when %s', (_, sample) => {
    expect(survivalQuantile(kaplanMeier(sample), 0.5).value).toBeNull();
  });

  it('has no limits from a single exit', () => {
    expect(survivalQuantile(allOf([7]), 0.5)).toEqual({ value: 7, low: null, high: null });
  });

  it.each([0, 1, -0.5, Number.NaN])('refuses the share %s', (p) => {
    expect(() => survivalQuantile(allOf([1]), p)).toThrow(RangeError);
  });

  it('grows with the share, lies within the data and inside its limits', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), share, share, (sample, p, q) => {
        const curve = kaplanMeier(sample);
        const lower = survivalQuantile(curve, Math.min(p, q));
        const higher = survivalQuantile(curve, Math.max(p, q));
        const rank = (value: number | null) => value ?? Number.POSITIVE_INFINITY;

        expect(rank(lower.value)).toBeLessThanOrEqual(rank(higher.value));
        if (lower.value === null) return;
        expect(lower.value).toBeGreaterThanOrEqual(curve.time[0] ?? 0);
        expect(lower.value).toBeLessThanOrEqual(curve.time.at(-1) ?? 0);
        if (lower.low !== null) expect(lower.low).toBeLessThanOrEqual(lower.value);
        expect(rank(lower.high)).toBeGreaterThanOrEqual(lower.low === null ? 0 : lower.value);
      }),
    );
  });
});

describe('survivalQuantile, of many durations', () => {
  it('finds the ages at which the curve and its band are below the level, wherever they lie', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 2, max: 9 }), share, (stayed, every, p) => {
        // The first of 600 ages are of those who stayed, so that the curve begins with 1, and later some stay as well.
        const time = Array.from({ length: 600 }, (_, row) => row + Math.PI * (row % 2));
        const curve = kaplanMeier({ time, event: time.map((_, row) => (row < stayed || row % every === 0 ? 0 : 1)) });
        const { lower, upper } = survivalBand(curve);
        const firstBelow = (values: Float64Array) => {
          const at = values.findIndex((value) => value < 1 - p - 1.5e-8);
          return at < 0 ? null : (curve.time[at] ?? null);
        };

        const { value, low, high } = survivalQuantile(curve, p);

        expect({ value, low, high }).toEqual({
          value: firstBelow(curve.survival),
          low: firstBelow(lower),
          high: firstBelow(upper),
        });
      }),
      // Whose lower limit is crossed within the first ages at which somebody left.
      { examples: [[60, 2, 0.02]] },
    );
  });
});

describe('survivalBand', () => {
  it.each(['log-log', 'log', 'plain'] as const)('holds the curve and stays in [0, 1]: %s', (transform) => {
    fc.assert(
      fc.property(arbitraryDurations({ late: false }), (sample) => {
        const curve = kaplanMeier(sample);
        const { lower, upper } = survivalBand(curve, 0.8, transform);
        curve.survival.forEach((s, i) => {
          const [low, high] = [lower[i] ?? 0, upper[i] ?? 0];
          if (Number.isNaN(low) || Number.isNaN(high)) return;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(s + 1e-12);
          expect(high).toBeGreaterThanOrEqual(s - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe('restrictedMean', () => {
  it('is the mean of the shortened durations when nobody is censored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 40 }),
        (times, tau) => {
          const mean = times.reduce((sum, t) => sum + Math.min(t, tau), 0) / times.length;

          expect(restrictedMean(allOf(times), tau).value).toBeCloseTo(mean, 10);
        },
      ),
    );
  });

  it('refuses a limit that is not finite', () => {
    expect(() => restrictedMean(allOf([1]), Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
