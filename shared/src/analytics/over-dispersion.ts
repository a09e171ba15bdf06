import { sortedQuantile } from '../statistics/sample-quantile.ts';

/** With fewer reps a spread of chance and one of skill cannot be told apart. */
const ENOUGH_REPS = 10;
const TRIMMED = 0.1;

/**
 * By how much do z-scores vary more than chance alone would make them? The multiplicative factor of Spiegelhalter (2005): the
 * mean of z², the outer tenths drawn in to the 10 % and 90 % points, so that those who truly differ do not hide themselves;
 * never below 1, and 1 for fewer than ten.
 */
export function overDispersion(zScores: readonly number[]): number {
  if (zScores.length < ENOUGH_REPS) return 1;
  const ascending = Float64Array.from(zScores).sort();
  const low = sortedQuantile(ascending, TRIMMED) ?? 0;
  const high = sortedQuantile(ascending, 1 - TRIMMED) ?? 0;
  const squares = ascending.map((z) => Math.min(high, Math.max(low, z)) ** 2);
  return Math.max(1, squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
