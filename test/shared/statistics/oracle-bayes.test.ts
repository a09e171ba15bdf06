import {
  betaBinomialPrior,
  betaQuantile,
  chiSquareUpperTail,
  normalQuantile,
  shrunkRate,
} from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT, ITERATED } from '../../support/oracles.ts';

interface BayesOracle {
  readonly cases: readonly {
    readonly x: readonly number[];
    readonly n: readonly number[];
    readonly mle: {
      readonly alpha: number;
      readonly beta: number;
      readonly mean: number;
      readonly precision: number;
      readonly logLik: number;
    };
    readonly posteriorMean: readonly number[];
    readonly lower95: readonly number[];
    readonly upper95: readonly number[];
  }[];
  readonly betaQuantile: readonly { readonly p: number; readonly a: number; readonly b: number; readonly x: number }[];
  readonly normQuantile: readonly { readonly p: number; readonly z: number }[];
  readonly chisqUpper: readonly { readonly x: number; readonly df: number; readonly p: number }[];
}

/** What the reference's own optimiser is good for in alpha, beta and precision. */
const OPTIMISER = 1e-4;

describeOracle<BayesOracle>('bayes', (oracle) => {
  it('holds cases of each kind', () => {
    expect(oracle.cases.length).toBeGreaterThan(0);
    expect(oracle.betaQuantile.length).toBeGreaterThan(0);
    expect(oracle.normQuantile.length).toBeGreaterThan(0);
    expect(oracle.chisqUpper.length).toBeGreaterThan(0);
  });

  it.each(oracle.cases)('estimates the prior of $x of $n and shrinks towards it', (row) => {
    const prior = betaBinomialPrior(row);
    if (prior === null) throw new Error('No prior was found.');
    const { mean, precision, logLikelihood } = prior;
    const rates = row.x.map((x, group) => shrunkRate(prior, x, row.n[group] ?? Number.NaN));

    const { logLik, ...parameters } = row.mle;
    const got = { alpha: mean * precision, beta: (1 - mean) * precision, mean, precision };
    expect(differences(got, parameters, OPTIMISER)).toEqual([]);
    expect(differences(logLikelihood, logLik, EXACT)).toEqual([]);
    const posterior = {
      mean: rates.map((rate) => rate.value),
      low: rates.map((rate) => rate.low),
      high: rates.map((rate) => rate.high),
    };
    const expected = { mean: row.posteriorMean, low: row.lower95, high: row.upper95 };
    expect(differences(posterior, expected, ITERATED)).toEqual([]);
  });

  it.each(oracle.betaQuantile)('inverts Beta($a, $b) at $p', ({ p, a, b, x }) => {
    expect(differences(betaQuantile(p, a, b), x, ITERATED)).toEqual([]);
  });

  it('inverts the normal distribution and knows the upper tail of chi-square', () => {
    const z = oracle.normQuantile.map(({ p }) => normalQuantile(p));
    const tails = oracle.chisqUpper.map(({ x, df }) => chiSquareUpperTail(x, df));

    expect(
      differences(
        z,
        oracle.normQuantile.map((row) => row.z),
        EXACT,
      ),
    ).toEqual([]);
    expect(
      differences(
        tails,
        oracle.chisqUpper.map(({ p }) => p),
        EXACT,
      ),
    ).toEqual([]);
  });
});
