import {
  beliefInterval,
  beliefsBelow,
  betaDraw,
  binomialDraw,
  normalDraw,
  rateBelief,
  seededRandom,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const COUNTS = { x: [3, 40, 12, 9, 0], n: [5, 100, 20, 40, 6] };

describe('beliefsBelow', () => {
  it('has the posterior means and quantiles of the reference', () => {
    const beliefs = beliefsBelow({ mean: 0.35, precision: 5000, n: 5000, ownShare: 1 }, COUNTS);

    // scipy 1.17.1: weights by betabinom.logpmf over 60 spreads (up to 1 / sqrt(1 + .1 / .35)) and 11 shifts, moments by beta.var, limits by beta.ppf of the matched law
    const expected = [
      [0.47263941, 0.17797109, 0.77875335, 0.46905357],
      [0.39628111, 0.30609217, 0.49014181, 0.91013886],
      [0.53498089, 0.32668228, 0.73702509, 0.72976179],
      [0.24835403, 0.1322241, 0.38685489, 0.82579955],
      [0.17785664, 0.01341395, 0.48763124, 0.50598681],
    ];
    for (const [group, belief] of beliefs.entries()) {
      const { low, high } = beliefInterval(belief);
      for (const [place, value] of [belief.mean, low, high, belief.ownShare].entries())
        expect(value).toBeCloseTo(expected[group]?.[place] ?? Number.NaN, 7);
    }
  });

  it('says of a group without observations what its parent says, and no more surely', () => {
    const parent = rateBelief(118, 396);
    const [empty, full] = beliefsBelow(parent, { x: [0, 30, 28, 31, 29], n: [0, 99, 99, 99, 99] });

    expect(empty?.mean).toBeCloseTo(parent.mean, 2);
    expect(empty?.ownShare).toBe(0);
    expect(empty?.precision).toBeLessThan(parent.precision);
    expect(full?.ownShare).toBeLessThan(0.9);
  });

  it.each([
    ['none of a thousand', [0, 0, 0], [300, 500, 200]],
    ['all of a thousand', [300, 500, 200], [300, 500, 200]],
    ['nothing at all', [0, 0, 0], [0, 0, 0]],
    ['a hundred thousand', [40_000, 30_000, 0], [90_000, 70_000, 3]],
  ])('stays inside (0, 1) for %s', (_, x, n) => {
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    for (const belief of beliefsBelow(rateBelief(sum(x), sum(n)), { x, n })) {
      const { low, high } = beliefInterval(belief);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(belief.mean).toBeGreaterThan(low);
      expect(belief.mean).toBeLessThan(high);
      expect(high).toBeLessThanOrEqual(1);
    }
  });

  it('goes down a tree of any depth, each level nearer to its own counts the more it has', () => {
    const pipeline = rateBelief(450, 1000);
    const [stage] = beliefsBelow(pipeline, { x: [240, 210], n: [400, 600] });
    if (stage === undefined) throw new Error('A group that was given has a belief.');
    const [small, large] = beliefsBelow(stage, { x: [0, 240], n: [4, 396] });

    expect(stage.mean).toBeGreaterThan(0.58);
    expect(stage.mean).toBeLessThan(0.6);
    expect(small?.mean).toBeGreaterThan(0);
    expect(small?.mean).toBeLessThan(large?.mean ?? 0);
    expect(large?.mean).toBeCloseTo(240 / 396, 1);
  });

  it.each([
    [0.03, 'near 0'],
    [0.97, 'near 1'],
  ])('holds the rate of few beside all others also %s', (rate) => {
    const random = seededRandom(5);
    const [held, all] = [new Map<number, number>(), 240];
    // Log-odds of each group lie around the common ones with a standard deviation of 1: odds differ by a factor of e.
    const someRate = (): number => 1 / (1 + ((1 - rate) / rate) * Math.exp(normalDraw(random)));
    for (const own of [0, 5, 20, 60]) {
      for (let tree = 0; tree < all; tree += 1) {
        const [truth, n] = [someRate(), [own, 1000]];
        const x = [binomialDraw(random, own, truth), binomialDraw(random, 1000, someRate())];
        const [belief] = beliefsBelow(rateBelief((x[0] ?? 0) + (x[1] ?? 0), own + 1000), { x, n });
        const { low, high } = beliefInterval(belief ?? rateBelief(0, 0));
        if (low <= truth && truth <= high) held.set(own, (held.get(own) ?? 0) + 1);
      }
    }

    for (const own of [0, 5, 20, 60]) expect((held.get(own) ?? 0) / all).toBeGreaterThan(0.89);
    const inAll = [...held.values()].reduce((sum, count) => sum + count, 0);
    expect(inAll / (4 * all)).toBeGreaterThan(0.91);
  });

  it('lies nearer to the truth than the plain shares of small groups, and its intervals hold it', () => {
    const random = seededRandom(11);
    const [sizes, sums] = [[6, 12, 25, 60, 150], { plain: 0, shrunk: 0, held: 0, all: 0 }];
    for (let tree = 0; tree < 150; tree += 1) {
      const groups = Array.from({ length: 12 }, (_, group) => {
        const [rate, n] = [betaDraw(random, 6, 14), sizes[group % sizes.length] ?? 0];
        return { rate, n, x: binomialDraw(random, n, rate) };
      });
      const [x, n] = [groups.map((group) => group.x), groups.map((group) => group.n)];
      const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
      for (const [group, belief] of beliefsBelow(rateBelief(sum(x), sum(n)), { x, n }).entries()) {
        const truth = groups[group]?.rate ?? Number.NaN;
        const { low, high } = beliefInterval(belief);
        sums.plain += ((x[group] ?? 0) / (n[group] ?? 1) - truth) ** 2;
        sums.shrunk += (belief.mean - truth) ** 2;
        sums.held += truth >= low && truth <= high ? 1 : 0;
        sums.all += 1;
      }
    }

    expect(sums.shrunk / sums.plain).toBeLessThan(0.65);
    expect(sums.held / sums.all).toBeGreaterThan(0.92);
    expect(sums.held / sums.all).toBeLessThan(0.98);
  });
});
