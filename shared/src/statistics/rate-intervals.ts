import { betaQuantile } from './beta-distribution.ts';
import type { Interval } from './interval.ts';

/**
 * The exact interval of a rate (Clopper and Pearson 1934): the true rate lies inside at least `level` of the time, which
 * makes it wide in small samples. Beta quantiles; [0, 1] for n = 0.
 *
 * @example clopperPearsonInterval(0, 10) // { low: 0, high: 0.3085 }
 */
export function clopperPearsonInterval(x: number, n: number, level = 0.95): Interval {
  const tail = tailOf(x, n, level);
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/**
 * The Bayesian interval of a rate under Jeffreys' prior: quantiles of Beta(x + 1/2, n - x + 1/2). It borrows from nothing
 * else; with a prior from elsewhere use a beta-binomial posterior.
 *
 * @example jeffreysInterval(0, 10) // { low: 0.0000479, high: 0.2172 }
 */
export function jeffreysInterval(x: number, n: number, level = 0.95): Interval {
  const tail = tailOf(x, n, level);
  return { low: betaQuantile(tail, x + 0.5, n - x + 0.5), high: betaQuantile(1 - tail, x + 0.5, n - x + 0.5) };
}

function tailOf(x: number, n: number, level: number): number {
  if (!(x >= 0 && x <= n)) throw new RangeError(`Expected 0 <= x <= n, got x = ${x}, n = ${n}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies inside (0, 1), got ${level}.`);
  return (1 - level) / 2;
}
