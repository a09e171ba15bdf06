import { logGamma } from './log-gamma.ts';

const MAX_TERMS = 10_000;
const PRECISION = 1e-16;

/**
 * How surprising is a chi-square statistic: the probability of x or more with `df` degrees of freedom, the upper tail of
 * the gamma distribution with shape df / 2. Series below the bulk, continued fraction (modified Lentz) above it.
 *
 * @throws RangeError unless x >= 0 and df > 0.
 * @example chiSquareUpperTail(3.84, 1) // 0.0500435…
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (!(x >= 0 && df > 0)) throw new RangeError(`Expected x >= 0 and df > 0, got x = ${x}, df = ${df}.`);
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const shape = df / 2;
  const half = x / 2;
  const front = Math.exp(shape * Math.log(half) - half - logGamma(shape));
  return half < shape + 1 ? 1 - front * lowerSeries(shape, half) : front * upperFraction(shape, half);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let i = 1; i < MAX_TERMS && term > sum * PRECISION; i += 1) {
    term *= x / (shape + i);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / Number.MIN_VALUE ** 0.5;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MAX_TERMS; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return fraction;
}
