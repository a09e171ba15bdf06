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
} from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT, ITERATED } from '../../support/oracles.ts';

interface CalibrationOracle {
  readonly binary: {
    readonly input: { readonly p: readonly number[]; readonly y: readonly number[] };
    readonly expected: Readonly<Record<string, unknown>> & {
      readonly calIntercept: number | null;
      readonly calSlope: number | null;
    };
  };
  readonly pava: readonly {
    readonly y: readonly number[];
    readonly w: readonly number[];
    readonly fit: readonly number[];
  }[];
  readonly crps: {
    readonly samples: readonly number[];
    readonly cases: readonly {
      readonly y: number;
      readonly crps: number;
      readonly pinball: readonly { readonly tau: number; readonly q: number; readonly loss: number }[];
    }[];
  };
}

describeOracle<CalibrationOracle>('calibration', ({ binary, pava, crps }) => {
  it('scores probabilities as R does, in every field', () => {
    const scored = { forecast: binary.input.p, outcome: binary.input.y };
    const { calIntercept, calSlope, ...exact } = binary.expected;

    const auc = areaUnderCurve(scored);
    const got = {
      brier: brierScore(scored),
      logLoss: logLoss(scored),
      auc: auc?.value,
      aucDelong95: [auc?.low, auc?.value, auc?.high],
      eceFixed10: expectedCalibrationError(reliabilityByWidth(scored)),
      eceMass10StableSort: expectedCalibrationError(reliabilityByMass(scored)),
      murphy: murphySplit(scored),
      isotonic: isotonicRegression(scored),
    };
    const line = calibrationLine(scored);

    expect(differences(got, exact, EXACT)).toEqual([]);
    expect(differences([line?.intercept, line?.slope], [calIntercept, calSlope], ITERATED)).toEqual([]);
  });

  it.each(pava)('pools adjacent violators of $y with weights $w', ({ y, w, fit }) => {
    expect(differences(poolAdjacentViolators(y, w), fit, EXACT)).toEqual([]);
  });

  it.each(crps.cases)('scores a sampled distribution against $y', (row) => {
    const pinball = row.pinball.map(({ tau }) => {
      const q = sampleQuantile(crps.samples, tau) ?? Number.NaN;
      return { tau, q, loss: pinballLoss(tau, q, row.y) };
    });
    const got = { y: row.y, crps: crpsOfSamples(crps.samples, row.y), pinball };

    expect(differences(got, row, EXACT)).toEqual([]);
  });
});
