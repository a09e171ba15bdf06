import {
  areaUnderCurve,
  brierScore,
  calibrationLine,
  crpsOfSamples,
  expectedCalibrationError,
  isotonicRegression,
  logLoss,
  murphySplit,
  pinballLoss,
  poolAdjacentViolators,
  reliabilityByMass,
  reliabilityByWidth,
  sampleQuantile,
  seededRandom,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const row = fc.record({ p: fc.integer({ min: 0, max: 20 }).map((k) => k / 20), y: fc.integer({ min: 0, max: 1 }) });
const scoredRows = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((rows) => ({ forecast: rows.map(({ p }) => p), outcome: rows.map(({ y }) => y) }));
const nothing = { forecast: [], outcome: [] };

describe('scores of probabilities', () => {
  it('stay finite for a forecast of exactly 0 or 1 that fails', () => {
    expect(logLoss({ forecast: [0, 1], outcome: [1, 0] })).toBeCloseTo(-Math.log(1e-6), 9);
    expect(calibrationLine({ forecast: [0, 1, 0, 1], outcome: [1, 0, 0, 1] })?.slope).toBeCloseTo(0, 9);
  });

  it('are null, not 0, for no forecasts', () => {
    const got = [brierScore(nothing), logLoss(nothing), areaUnderCurve(nothing), murphySplit(nothing)];

    expect(got).toEqual([null, null, null, null]);
    expect(expectedCalibrationError(reliabilityByMass(nothing))).toBeNull();
    expect(calibrationLine(nothing)).toBeNull();
  });

  it('split the Brier score exactly into reliability, resolution and uncertainty', () => {
    fc.assert(
      fc.property(scoredRows, (scored) => {
        const split = murphySplit(scored) ?? { reliability: 0, resolution: 0, uncertainty: 0 };

        expect(split.reliability - split.resolution + split.uncertainty).toBeCloseTo(brierScore(scored) ?? -1, 12);
      }),
    );
  });

  it('put every row into one bin, and weigh the gaps by rows', () => {
    fc.assert(
      fc.property(scoredRows, fc.integer({ min: 1, max: 12 }), (scored, bins) => {
        for (const curve of [reliabilityByWidth(scored, bins), reliabilityByMass(scored, bins)]) {
          expect(curve.reduce((sum, bin) => sum + bin.n, 0)).toBe(scored.forecast.length);
          expect(curve.every((bin) => bin.n > 0 && bin.successes <= bin.n)).toBe(true);
          expect(expectedCalibrationError(curve)).toBeLessThanOrEqual(1);
        }
        const sizes = reliabilityByMass(scored, bins).map((bin) => bin.n);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('areaUnderCurve', () => {
  it('counts the pairs that are in the right order, and halves for ties', () => {
    fc.assert(
      fc.property(scoredRows, ({ forecast, outcome }) => {
        let [pairs, right] = [0, 0];
        forecast.forEach((p, i) =>
          forecast.forEach((q, j) => {
            if (outcome[i] !== 1 || outcome[j] !== 0) return;
            pairs += 1;
            right += (1 + Math.sign(p - q)) / 2;
          }),
        );
        const auc = areaUnderCurve({ forecast, outcome });

        if (pairs === 0) expect(auc).toBeNull();
        else expect(auc?.value).toBeCloseTo(right / pairs, 12);
      }),
    );
  });
});

describe('calibrationLine', () => {
  it('finds intercept 0 and slope 1 where the forecasts are right, and a slope below 1 where they are too bold', () => {
    const random = seededRandom(9);
    const truth = Array.from({ length: 20_000 }, () => 0.05 + 0.9 * random());
    const outcome = truth.map((p) => (random() < p ? 1 : 0));
    const bold = truth.map((p) => p ** 2 / (p ** 2 + (1 - p) ** 2));

    const right = calibrationLine({ forecast: truth, outcome });
    const tooBold = calibrationLine({ forecast: bold, outcome });

    expect(Math.abs(right?.intercept ?? 9)).toBeLessThan(3 * (right?.interceptStandardError ?? 0));
    expect(Math.abs((right?.slope ?? 9) - 1)).toBeLessThan(3 * (right?.slopeStandardError ?? 0));
    expect(tooBold?.slope).toBeCloseTo((right?.slope ?? 0) / 2, 9);
  });

  it.each([
    ['all succeeded', [0.2, 0.8], [1, 1]],
    ['one forecast was said', [0.3, 0.3, 0.3], [1, 0, 1]],
    ['forecasts part the classes perfectly', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]],
  ])('is null when %s', (_, forecast, outcome) => {
    expect(calibrationLine({ forecast, outcome })).toBeNull();
  });
});

describe('isotonic regression', () => {
  const values = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 });

  it('rises, keeps the weighted mean, and leaves its own result alone', () => {
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 30, maxLength: 30 }), (y, weights) => {
        const fit = poolAdjacentViolators(y, weights);
        const total = (list: ArrayLike<number>) => y.reduce((sum, _, i) => sum + (list[i] ?? 0) * (weights[i] ?? 0), 0);

        fit.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(fit[i - 1] ?? Number.NEGATIVE_INFINITY));
        expect(total(fit)).toBeCloseTo(total(y), 9);
        expect([...poolAdjacentViolators(fit, weights)]).toEqual([...fit]);
      }),
    );
  });

  it('weighs a forecast by how often it was said', () => {
    const { x, fit } = isotonicRegression({ forecast: [0.5, 0.2, 0.5, 0.2], outcome: [0, 1, 0, 1] });

    expect([...x]).toEqual([0.2, 0.5]);
    expect([...fit]).toEqual([0.5, 0.5]);
  });

  it('refuses a weight of zero', () => {
    expect(() => poolAdjacentViolators([1, 2], [1, 0])).toThrow(RangeError);
  });
});

describe('scores of distributions', () => {
  const samples = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 25 });

  it('equal the definition of the ranked probability score, pair by pair', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -60, max: 60 }), (list, y) => {
        const m = list.length;
        const error = list.reduce((sum, s) => sum + Math.abs(s - y), 0) / m;
        const spread = list.reduce((sum, s) => sum + list.reduce((inner, t) => inner + Math.abs(s - t), 0), 0) / m ** 2;

        expect(crpsOfSamples(list, y)).toBeCloseTo(error - spread / 2, 9);
        expect(crpsOfSamples(list, y)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
    expect(crpsOfSamples([], 3)).toBeNull();
  });

  it('are smallest at the quantile that was asked for', () => {
    const list = Array.from({ length: 101 }, (_, i) => i * i);
    const loss = (q: number) => list.reduce((sum, y) => sum + pinballLoss(0.9, q, y), 0);
    const best = sampleQuantile(list, 0.9) ?? Number.NaN;

    expect(loss(best)).toBeLessThan(loss(best * 1.05));
    expect(loss(best)).toBeLessThan(loss(best * 0.95));
  });
});
