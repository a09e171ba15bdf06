/**
 * Many tests at once: p-values adjusted so that, of the results called real at q, at most a share q is false on average
 * (Benjamini and Hochberg 1995). Compare each with q. In the order of the input.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return stepUp(pValues, (rank, m) => m / rank);
}

/** As benjaminiHochberg, valid under any dependence between the tests (Benjamini and Yekutieli 2001), and stricter. */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  let harmonic = 0;
  for (let i = 1; i <= pValues.length; i += 1) harmonic += 1 / i;
  return stepUp(pValues, (rank, m) => (harmonic * m) / rank);
}

/**
 * Many tests at once: adjusted so that even a single false result has at most the chance it is compared with (Holm 1979).
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 0);
  let largest = 0;
  ascendingOrder(pValues).forEach((index, i) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - i) * (pValues[index] ?? 1)));
    adjusted[index] = largest;
  });
  return adjusted;
}

function stepUp(pValues: readonly number[], factor: (rank: number, m: number) => number): number[] {
  const m = pValues.length;
  const adjusted = pValues.map(() => 0);
  const order = ascendingOrder(pValues);
  let smallest = 1;
  for (let i = m - 1; i >= 0; i -= 1) {
    const index = order[i] ?? 0;
    smallest = Math.min(smallest, factor(i + 1, m) * (pValues[index] ?? 1));
    adjusted[index] = smallest;
  }
  return adjusted;
}

function ascendingOrder(pValues: readonly number[]): number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value lies in [0, 1], got ${p}.`);
  return pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
}
