import { mannKendall, senSlope } from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT } from '../../support/oracles.ts';

interface TrendOracle {
  readonly cases: readonly {
    readonly x: readonly number[];
    readonly S: number;
    readonly varS: number;
    readonly z: number;
    readonly p: number;
    readonly tauB?: number | null;
    readonly corTestP?: number | null;
    readonly senSlope: number;
    readonly nPairs?: number;
  }[];
}

describeOracle<TrendOracle>('trend', ({ cases }) => {
  it('holds at least one case', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('finds the trend of $x', ({ x, ...expected }) => {
    const { score, variance, z, pValue, tau, pairs } = mannKendall(x);
    const isConstant = new Set(x).size < 2;
    const got = { S: score, varS: variance, z, p: pValue, senSlope: senSlope(x) };

    const { S, varS, p, tauB, corTestP, nPairs } = expected;
    expect(differences(got, { S, varS, z: expected.z, p, senSlope: expected.senSlope }, EXACT)).toEqual([]);
    expect(differences(tau, tauB ?? null, EXACT)).toEqual([]);
    // R's cor.test asks the same question; it has no answer for a constant series.
    expect(differences(isConstant ? null : pValue, corTestP ?? null, EXACT)).toEqual([]);
    expect(differences(pairs, nPairs ?? pairs, EXACT)).toEqual([]);
  });
});
