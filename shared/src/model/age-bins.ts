const FIRST_EDGE_MS = 1000;
/** Wide enough to smooth, narrow enough to follow: finer bins scored no better (docs/evaluation.md). */
const RATIO = 1.5;
/** The last bin begins after more than a century and is open. */
const BINS = 56;
const LOG_RATIO = Math.log(RATIO);

/**
 * Where the age bins of every life table begin, ms: 0, 1 s, and each later one 1.5 times the one before. Fixed, so that
 * tables add up cell by cell.
 */
export const AGE_EDGES_MS: Float64Array = Float64Array.from({ length: BINS }, (_, bin) =>
  bin === 0 ? 0 : FIRST_EDGE_MS * RATIO ** (bin - 1),
);

/**
 * The bin an age falls into: from its edge up to, not including, the next.
 * @example ageBin(1500) // 2
 */
export function ageBin(ageMs: number): number {
  if (!(ageMs >= FIRST_EDGE_MS)) return 0;
  const bin = Math.min(BINS - 1, 1 + Math.floor(Math.log(ageMs / FIRST_EDGE_MS) / LOG_RATIO));
  // The logarithm may miss by its rounding: the edges decide.
  if ((AGE_EDGES_MS[bin] ?? 0) > ageMs) return bin - 1;
  return (AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY) <= ageMs ? bin + 1 : bin;
}
