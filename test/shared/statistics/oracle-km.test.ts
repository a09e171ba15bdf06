import {
  kaplanMeier,
  numberAtRisk,
  restrictedMean,
  type SurvivalCurve,
  stepValue,
  survivalBand,
  survivalQuantile,
} from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT } from '../../support/oracles.ts';

interface KaplanMeierOracle {
  readonly cases: readonly {
    readonly name: string;
    readonly input: {
      readonly time: readonly number[];
      readonly status: readonly number[];
      readonly entry: readonly number[] | null;
    };
    readonly expected: {
      readonly quantiles: readonly { readonly p: number }[];
      readonly rmean: readonly { readonly tau: number }[];
      readonly at: { readonly time: readonly number[] };
    };
  }[];
}

describeOracle<KaplanMeierOracle>('km', ({ cases }) => {
  it('holds at least one case', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('equals survfit of R in every field: $name', ({ input, expected }) => {
    const curve = kaplanMeier({ time: input.time, event: input.status, entry: input.entry });

    const got = {
      table: {
        time: curve.time,
        nRisk: curve.atRisk,
        nEvent: curve.events,
        nCensor: curve.censored,
        surv: curve.survival,
        seLogSurv: curve.logStandardError,
      },
      ci: {
        'log-log': survivalBand(curve),
        log: survivalBand(curve, 0.95, 'log'),
        plain: survivalBand(curve, 0.95, 'plain'),
      },
      quantiles: expected.quantiles.map(({ p }) => {
        const { value, low, high } = survivalQuantile(curve, p);
        return { p, value, lower: low, upper: high };
      }),
      rmean: expected.rmean.map(({ tau }) => {
        const { value, standardError } = restrictedMean(curve, tau);
        return { tau, rmean: value, se: standardError };
      }),
      at: readOff(curve, expected.at.time),
    };

    expect(differences(got, expected, EXACT)).toEqual([]);
  });
});

function readOff(curve: SurvivalCurve, times: readonly number[]) {
  const band = survivalBand(curve);
  const limits = (column: Float64Array) =>
    Float64Array.from(times, (t) => stepValue(curve.time, column, t, Number.NaN));
  return {
    time: times,
    surv: times.map((t) => stepValue(curve.time, curve.survival, t, 1)),
    nRisk: times.map((t) => numberAtRisk(curve, t)),
    lowerLogLog: limits(band.lower),
    upperLogLog: limits(band.upper),
  };
}
