import {
  poissonBinomial,
  type WholeNumberDistribution,
  weightedBernoulliSum,
  wholeNumberQuantile,
} from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT } from '../../support/oracles.ts';

interface ExpectedDistribution {
  readonly p: readonly number[];
  readonly pmf: readonly number[];
  readonly mean: number;
  readonly var: number;
  readonly q: readonly { readonly tau: number; readonly value: number }[];
}

interface ForecastOracle {
  readonly poissonBinomial: readonly ExpectedDistribution[];
  readonly revenueSum: readonly (ExpectedDistribution & { readonly value: readonly number[] })[];
}

describeOracle<ForecastOracle>('forecast', (oracle) => {
  it('holds cases of each kind', () => {
    expect(oracle.poissonBinomial.length).toBeGreaterThan(0);
    expect(oracle.revenueSum.length).toBeGreaterThan(0);
  });

  it.each(oracle.poissonBinomial)('counts wins with probabilities $p', ({ p, ...expected }) => {
    expect(differences(asOracle(poissonBinomial(p), expected), expected, EXACT)).toEqual([]);
  });

  it.each(oracle.revenueSum)('sums amounts $value with probabilities $p', ({ p, value, ...expected }) => {
    expect(differences(asOracle(weightedBernoulliSum(p, value), expected), expected, EXACT)).toEqual([]);
  });
});

function asOracle(sum: WholeNumberDistribution, { q }: Pick<ExpectedDistribution, 'q'>) {
  return {
    pmf: sum.pmf,
    mean: sum.mean,
    var: sum.variance,
    q: q.map(({ tau }) => ({ tau, value: wholeNumberQuantile(sum, tau) })),
  };
}
