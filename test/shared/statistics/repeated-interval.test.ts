import { normalQuantile, pooledMean, repeatedInterval, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

describe('repeatedInterval', () => {
  it('is little wider than the usual one at the end, and wider before in proportion to 1 / √share', () => {
    const measured = { value: 3, standardError: 2 };

    expect(repeatedInterval(measured, 1).high - 3).toBeCloseTo(2 * normalQuantile(0.9875), 12);
    expect(repeatedInterval(measured, 0.25)).toEqual({
      low: expect.closeTo(3 - 4 * normalQuantile(0.9875), 12),
      high: expect.closeTo(3 + 4 * normalQuantile(0.9875), 12),
    });
  });

  it('leaves out the truth at any of 90 looks in at most one of twenty series; the usual interval in many more', () => {
    const [random, series] = [seededRandom(1), 4000];
    let [outside, outsideUsual] = [0, 0];
    for (let each = 0; each < series; each += 1) {
      let [sum, leftOut, leftOutUsual] = [0, false, false];
      for (let n = 1; n <= 90; n += 1) {
        sum += normalQuantile(Math.max(1e-12, random()));
        const measured = { value: sum / n, standardError: 1 / Math.sqrt(n) };
        const { low, high } = repeatedInterval(measured, n / 90);
        leftOut ||= low > 0 || high < 0;
        leftOutUsual ||= Math.abs(measured.value) > 1.96 * measured.standardError;
      }
      outside += leftOut ? 1 : 0;
      outsideUsual += leftOutUsual ? 1 : 0;
    }

    expect(outside / series).toBeLessThanOrEqual(0.05);
    expect(outside / series).toBeGreaterThan(0.025);
    expect(outsideUsual / series).toBeGreaterThan(0.2);
  });

  it('takes no share or level that is none', () => {
    const measured = { value: 0, standardError: 1 };

    for (const share of [0, -1, 1.01, Number.NaN]) expect(() => repeatedInterval(measured, share)).toThrow(RangeError);
    expect(() => repeatedInterval(measured, 1, 1)).toThrow(RangeError);
  });
});

describe('pooledMean', () => {
  it('weighs by certainty, is surer than each, and is null of none', () => {
    expect(
      pooledMean([
        { value: 1, standardError: 1 },
        { value: 4, standardError: 2 },
      ]),
    ).toEqual({
      value: expect.closeTo((1 + 4 / 4) / 1.25, 12),
      standardError: expect.closeTo(1 / Math.sqrt(1.25), 12),
    });
    expect(pooledMean([{ value: 7, standardError: 3 }])).toEqual({ value: expect.closeTo(7, 12), standardError: 3 });
    expect(pooledMean([])).toBeNull();
  });
});
