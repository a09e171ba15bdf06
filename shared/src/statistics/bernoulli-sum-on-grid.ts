import type { GridDistribution } from './grid-distribution.ts';
import { largest } from './largest.ts';
import { normalCdf } from './normal-distribution.ts';

/** Independent amounts, each of which comes with its own probability or not at all. */
export interface UncertainAmounts {
  /** Not negative, any one unit. */
  readonly amounts: ArrayLike<number>;
  /** One list of probabilities for each version of what we believe; all versions are equally likely. One will do. */
  readonly versions: readonly ArrayLike<number>[];
}

/** Cells of the grid: a quantile is then off by at most .05 % of the sum of all amounts. */
const MAX_CELLS = 2000;

/** Multiplications that one distribution may cost: some 50 ms. */
const MAX_WORK = 40_000_000;

/** Amounts that fall between two cells need this many cells for a two-point law to be told from a normal one. */
const FEWEST_CELLS = 4;

/**
 * What will several uncertain amounts come to? Convolution of their two-point laws on a grid, and the average over the
 * versions of the probabilities: the spread between versions is the uncertainty of the probabilities themselves.
 *
 * Exact where the amounts share a divisor of at least 1 / 2000 of their sum. Elsewhere an amount is split between the two
 * cells next to it such that mean and variance stay right; amounts too small for the grid, and, where all would cost too
 * much, those that add least variance, enter together as a normal distribution. Amounts of 0 add nothing.
 *
 * @throws RangeError for a negative or endless amount, a probability outside [0, 1], unequal lengths, or no version.
 * @example bernoulliSumOnGrid({ amounts: [200, 300], versions: [[0.5, 0.5]] }) // unit 100, pmf .25 0 .25 .25 0 .25
 */
export function bernoulliSumOnGrid({ amounts, versions }: UncertainAmounts): GridDistribution {
  check(amounts, versions);
  const { unit, isExact } = gridFor(amounts);
  // Room for amounts that were split upwards.
  const cells = Math.ceil(sumOf(amounts) / unit) + 1 + (isExact ? 0 : MAX_CELLS / 20);
  const { single, together } = partTerms({ amounts, versions, unit }, MAX_WORK / (cells * versions.length));
  const pmf = new Float64Array(cells);
  for (const probabilities of versions) {
    const sum = normalSum({ amounts, probabilities, unit, cells }, together);
    for (const term of single) addTerm(sum, (amounts[term] ?? 0) / unit, probabilities[term] ?? 0);
    for (let i = 0; i < cells; i += 1) pmf[i] = (pmf[i] ?? 0) + (sum[i] ?? 0) / versions.length;
  }
  let last = cells - 1;
  while (last > 0 && pmf[last] === 0) last -= 1;
  return { unit, pmf: pmf.slice(0, last + 1) };
}

/** In place: each state stays, or moves on by `steps` cells with probability p. From the top, so that nothing moves twice. */
function addTerm(pmf: Float64Array, steps: number, p: number): void {
  const whole = Math.floor(steps + 1e-9);
  const part = steps - whole < 1e-6 ? 0 : steps - whole;
  let near = p * (1 - part);
  let far = p * part;
  // Same mean and second moment as the two-point law, if a little less mass at 0 allows it.
  const excess = 1 + (part * (1 - part)) / (whole * (whole + 1));
  if (part > 0 && p * excess < 1) {
    near = (p * steps * (1 - part)) / whole;
    far = (p * steps * part) / (whole + 1);
  }
  const stay = Math.max(0, 1 - near - far);
  for (let j = pmf.length - 1; j >= 0; j -= 1)
    pmf[j] =
      (pmf[j] ?? 0) * stay +
      (j >= whole ? (pmf[j - whole] ?? 0) * near : 0) +
      (j > whole ? (pmf[j - whole - 1] ?? 0) * far : 0);
}

interface GridTerms {
  readonly amounts: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
  readonly unit: number;
  readonly cells: number;
}

/** Standard deviations on either side beyond which no normal distribution has mass that a double could tell from none. */
const ALL = 9;

/** The sum of the given terms as a normal distribution cut to the grid; all mass at 0 for no terms. */
function normalSum({ amounts, probabilities, unit, cells }: GridTerms, terms: Uint32Array): Float64Array {
  const pmf = new Float64Array(cells);
  let [mean, variance, most] = [0, 0, 0];
  for (const term of terms) {
    const amount = (amounts[term] ?? 0) / unit;
    const p = probabilities[term] ?? 0;
    mean += p * amount;
    variance += p * (1 - p) * amount * amount;
    most += amount;
  }
  const deviation = Math.max(Math.sqrt(variance), 1e-9);
  const last = Math.min(cells - 1, Math.ceil(Math.min(most, mean + ALL * deviation)));
  let below = 0;
  for (let cell = Math.max(0, Math.floor(mean - ALL * deviation)); cell < last; cell += 1) {
    const upTo = normalCdf((cell + 0.5 - mean) / deviation);
    pmf[cell] = upTo - below;
    below = upTo;
  }
  pmf[last] = 1 - below;
  return pmf;
}

/** Which terms are convolved one by one (at most `affordable`, those that add most variance) and which enter together. */
function partTerms(
  { amounts, versions, unit }: UncertainAmounts & { readonly unit: number },
  affordable: number,
): { single: Uint32Array; together: Uint32Array } {
  const terms = placesWhere(amounts.length, (term) => (amounts[term] ?? 0) > 0);
  const fits = (term: number): boolean => {
    const steps = (amounts[term] ?? 0) / unit;
    return steps >= FEWEST_CELLS || Number.isInteger(steps);
  };
  if (!terms.some(fits)) return { single: new Uint32Array(0), together: terms };
  const chosen = largest(variancesOf(terms, { amounts, versions }), Math.ceil(affordable));
  const isSingle = new Uint8Array(amounts.length);
  for (let place = 0; place < terms.length; place += 1) {
    const term = terms[place] ?? 0;
    if (chosen[place] === 1 && fits(term)) isSingle[term] = 1;
  }
  return {
    single: terms.filter((term) => isSingle[term] === 1),
    together: terms.filter((term) => isSingle[term] === 0),
  };
}

/** What each term adds to the variance of the sum, its probability being the mean of all versions. */
function variancesOf(terms: Uint32Array, { amounts, versions }: UncertainAmounts): Float64Array {
  const variances = new Float64Array(terms.length);
  for (let place = 0; place < terms.length; place += 1) {
    const term = terms[place] ?? 0;
    let sum = 0;
    for (const version of versions) sum += version[term] ?? 0;
    const [amount, p] = [amounts[term] ?? 0, sum / versions.length];
    variances[place] = amount * amount * p * (1 - p);
  }
  return variances;
}

function placesWhere(length: number, holds: (place: number) => boolean): Uint32Array {
  const places = new Uint32Array(length);
  let found = 0;
  for (let place = 0; place < length; place += 1) if (holds(place)) places[found++] = place;
  return places.subarray(0, found);
}

function gridFor(amounts: ArrayLike<number>): { readonly unit: number; readonly isExact: boolean } {
  const total = sumOf(amounts);
  if (total === 0) return { unit: 1, isExact: true };
  let divisor = 0;
  for (let i = 0; i < amounts.length; i += 1) {
    const amount = amounts[i] ?? 0;
    if (!Number.isSafeInteger(amount)) return { unit: total / MAX_CELLS, isExact: false };
    divisor = greatestCommonDivisor(divisor, amount);
  }
  const isExact = total / divisor <= MAX_CELLS;
  return { unit: isExact ? divisor : total / MAX_CELLS, isExact };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function sumOf(amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < amounts.length; i += 1) sum += amounts[i] ?? 0;
  return sum;
}

function check(amounts: ArrayLike<number>, versions: readonly ArrayLike<number>[]): void {
  if (versions.length === 0) throw new RangeError('At least one version of the probabilities is needed.');
  for (let i = 0; i < amounts.length; i += 1) {
    const amount = amounts[i] ?? Number.NaN;
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(`An amount is finite and not negative, got ${amount}.`);
  }
  for (const version of versions) {
    if (version.length !== amounts.length) throw new RangeError('Every amount needs a probability.');
    for (let i = 0; i < version.length; i += 1) {
      const p = version[i] ?? Number.NaN;
      if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1], got ${p}.`);
    }
  }
}
