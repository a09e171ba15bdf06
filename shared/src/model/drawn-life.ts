import { gammaDraw } from '../statistics/random-draws.ts';
import type { Random } from '../statistics/seeded-random.ts';
import type { StageLife } from './life-table.ts';

/**
 * A life table that the same visits might as well have given: the Bayesian bootstrap of visits (Rubin 1981). Each visit
 * counts with an exponential weight of mean 1, so the count of a cell becomes a gamma draw; empty cells stay empty.
 */
export function drawnLife({ censored, exits, ...life }: StageLife, random: Random): StageLife {
  const drawn = (counts: readonly number[]) => counts.map((count) => (count > 0 ? gammaDraw(random, count) : 0));
  return { ...life, censored: drawn(censored), exits: exits.map(drawn) };
}
