import { expect } from 'vitest';
import { foundSituations } from './found-situations.ts';
import { binomialRange, tallyOf } from '../held.ts';

/**
 * Every situation that is planted in a portal is found, in nineteen of twenty at least, and the number behind it lies in the
 * interval as often as this says, within what chance leaves (99 %).
 */
export function expectSituationsFound(seeds: readonly number[]): void {
  const tallies = Object.entries(tallyOf(seeds, foundSituations));
  const missed = tallies.filter(([name, { yes, n }]) =>
    name.endsWith(' within')
      ? yes < binomialRange(n, 0.95).least || n < 0.95 * seeds.length
      : yes < 0.95 * seeds.length,
  );
  expect(missed).toEqual([]);
  expect(tallies.length).toBeGreaterThan(20);
}
