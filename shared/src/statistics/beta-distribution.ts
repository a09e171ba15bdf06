import { logGamma } from './log-gamma.ts';

const MAX_TERMS = 20_000;
const PRECISION = 1e-16;
const TINY = 1e-300;

/**
 * The probability that a Beta(a, b) variable is x or less (the regularised incomplete beta function), by its continued
 * fraction (modified Lentz).
 *
 * @throws RangeError unless 0 <= x <= 1 and a, b > 0.
 * @example betaCdf(0.5, 2, 2) // 0.5
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x lies in [0, 1], got ${x}.`);
  checkShapes(a, b);
  if (x === 0 || x === 1) return x;
  // The fraction converges fast on one side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - Math.exp(logLowerTail(1 - x, x, b, a));
  return Math.exp(logLowerTail(x, 1 - x, a, b));
}

/**
 * The x below which a Beta(a, b) variable falls with probability p: the limits of a rate's interval. Newton's method on
 * the logarithms, in the nearer tail, inside a shrinking bracket.
 *
 * @throws RangeError unless 0 <= p <= 1 and a, b > 0.
 * @example betaQuantile(0.975, 1, 0.5) // 0.999375
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${p}.`);
  checkShapes(a, b);
  if (p === 0 || p === 1) return p;
  return p <= 0.5 ? lowerTailQuantile(p, a, b) : 1 - lowerTailQuantile(1 - p, b, a);
}

function lowerTailQuantile(p: number, a: number, b: number): number {
  const target = Math.log(p);
  let low = Math.log(Number.MIN_VALUE);
  let high = 0;
  let u = Math.log(a / (a + b));
  for (let step = 0; step < 200; step += 1) {
    const x = Math.exp(u);
    const logCdf = logBetaCdf(x, a, b);
    if (logCdf > target) high = u;
    else low = u;
    // d log F / d log x = x f(x) / F(x)
    const slope = Math.exp(logDensityTimesX(x, 1 - x, a, b) - Math.log1p(-x) - logCdf);
    const newton = u - (logCdf - target) / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - u) <= 1e-15 * Math.max(1, Math.abs(u))) return Math.exp(next);
    u = next;
  }
  return Math.exp(u);
}

function logBetaCdf(x: number, a: number, b: number): number {
  if (x >= 1) return 0;
  if (x > (a + 1) / (a + b + 2)) return Math.log1p(-Math.exp(logLowerTail(1 - x, x, b, a)));
  return logLowerTail(x, 1 - x, a, b);
}

/** log of x^a (1 - x)^b / B(a, b); `y` is 1 - x. */
function logDensityTimesX(x: number, y: number, a: number, b: number): number {
  return a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b);
}

function logLowerTail(x: number, y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) <= PRECISION) break;
  }
  return logDensityTimesX(x, y, a, b) + Math.log(fraction / a);
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

function checkShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0)) throw new RangeError(`Shapes are positive, got ${a} and ${b}.`);
}
