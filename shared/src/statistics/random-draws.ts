import { normalQuantile } from './normal-distribution.ts';
import type { Random } from './seeded-random.ts';

/** A standard exponential draw (mean 1): a weight of the Bayesian bootstrap. */
export function exponentialDraw(random: Random): number {
  return -Math.log1p(-random());
}

/** A standard normal draw, by inversion. */
export function normalDraw(random: Random): number {
  return normalQuantile(random() + 2 ** -54);
}

/**
 * A gamma draw with the given shape and scale 1 (Marsaglia and Tsang 2000; shapes below 1 by their boost).
 *
 * @throws RangeError unless shape > 0.
 */
export function gammaDraw(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`A shape is positive, got ${shape}.`);
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A Beta(a, b) draw: a rate that is uncertain. */
export function betaDraw(random: Random, a: number, b: number): number {
  const x = gammaDraw(random, a);
  const y = gammaDraw(random, b);
  // Tiny shapes can make both gammas vanish: nearly all mass then lies at 0 and 1.
  if (x + y === 0) return random() < a / (a + b) ? 1 : 0;
  return x / (x + y);
}

/** e^-500 is still a normal double. */
const POISSON_CHUNK = 500;

/**
 * A Poisson draw: how many arrive, when `mean` are expected. Products of uniforms (Knuth), in chunks; cost proportional to the mean.
 *
 * @throws RangeError unless mean >= 0.
 */
export function poissonDraw(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
    throw new RangeError(`A mean is finite and not negative, got ${mean}.`);
  let count = 0;
  for (let left = mean; left > 0; left -= POISSON_CHUNK) {
    const floor = Math.exp(-Math.min(left, POISSON_CHUNK));
    for (let product = 1 - random(); product > floor; product *= 1 - random()) count += 1;
  }
  return count;
}

/** How many of n independent trials succeed: jumps from success to success, so that the cost is proportional to how many. */
export function binomialDraw(random: Random, n: number, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${p}.`);
  if (p > 0.5) return n - binomialDraw(random, n, 1 - p);
  if (p === 0) return 0;
  const failures = () => Math.floor(exponentialDraw(random) / -Math.log1p(-p));
  let successes = 0;
  for (let trial = failures(); trial < n; trial += 1 + failures()) successes += 1;
  return successes;
}
