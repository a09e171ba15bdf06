import { gammaDraw, gammaQuantile, hazardBeliefs, poissonDraw, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

describe('gammaQuantile', () => {
  it.each([
    // scipy 1.17.1: gamma.ppf(p, shape)
    [0.025, 22, 13.78728287222961],
    [0.975, 22, 32.100730734943404],
    [0.975, 10, 17.084803451419166],
    [0.025, 0.5, 0.0004910345585876278],
    [0.5, 300.25, 299.9167325354818],
    [0.975, 1.5, 4.674201802248074],
  ])('has the reference at p = %d, shape %d', (p, shape, expected) => {
    expect(Math.abs(gammaQuantile(p, shape) / expected - 1)).toBeLessThan(1e-9);
  });
});

describe('hazardBeliefs', () => {
  it('has the ratios and quantiles of the reference', () => {
    const groups = [
      { observed: 12, expected: 8 },
      { observed: 5, expected: 9.5 },
      { observed: 30, expected: 22 },
      { observed: 2, expected: 6.5 },
      { observed: 18, expected: 21 },
    ];

    // scipy 1.17.1: weights by nbinom.logpmf over 60 spreads and 11 shifts, limits by gamma.ppf of the law of the same mean and variance
    const expected = [
      [1.29953855, 0.70854911, 2.06679459],
      [0.67029756, 0.29172967, 1.20362895],
      [1.28158328, 0.87251809, 1.76804397],
      [0.57281533, 0.17896435, 1.19164168],
      [0.87754442, 0.55179004, 1.27765246],
    ];
    for (const [group, { ratio, low, high }] of hazardBeliefs(groups).entries()) {
      for (const [place, value] of [ratio, low, high].entries())
        expect(value).toBeCloseTo(expected[group]?.[place] ?? Number.NaN, 7);
    }
  });

  it('says one, unsurely, of a group that nothing is expected of, and of groups that do not differ', () => {
    const [none, much] = hazardBeliefs([
      { observed: 0, expected: 0 },
      { observed: 50, expected: 50 },
    ]);

    expect(none?.ratio).toBeCloseTo(1, 1);
    expect(none?.ownShare).toBe(0);
    expect(much?.ratio).toBeCloseTo(1, 1);
    expect(much?.high).toBeGreaterThan(1.15);
  });

  it('lies nearer to the truth than observed / expected, and its intervals hold it', () => {
    const random = seededRandom(4);
    const sums = { plain: 0, shrunk: 0, held: 0, all: 0 };
    for (let round = 0; round < 150; round += 1) {
      const truths = Array.from({ length: 10 }, () => gammaDraw(random, 10) / 10);
      const groups = truths.map((truth, group) => {
        const expected = 2 + 6 * group;
        return { observed: poissonDraw(random, truth * expected), expected };
      });
      for (const [group, { ratio, low, high }] of hazardBeliefs(groups).entries()) {
        const truth = truths[group] ?? Number.NaN;
        const { observed, expected } = groups[group] ?? { observed: 0, expected: 1 };
        sums.plain += (observed / expected - truth) ** 2;
        sums.shrunk += (ratio - truth) ** 2;
        sums.held += truth >= low && truth <= high ? 1 : 0;
        sums.all += 1;
      }
    }

    expect(sums.shrunk / sums.plain).toBeLessThan(0.65);
    expect(sums.held / sums.all).toBeGreaterThan(0.92);
    expect(sums.held / sums.all).toBeLessThan(0.98);
  });

  it('refuses counts that are none', () => {
    expect(() => hazardBeliefs([{ observed: 1.5, expected: 2 }])).toThrow(RangeError);
    expect(() => hazardBeliefs([{ observed: 1, expected: -2 }])).toThrow(RangeError);
  });
});
