import { expect } from 'vitest';
import { binomialRange, tallyOf } from './held.ts';
import { foundEffects } from './known-actions.ts';
import { falseVerdicts, foundFaults, intervalsOf } from './known-portals.ts';

/** One seed for each portal. */
function seedsUpTo(portals: number): readonly number[] {
  return Array.from({ length: portals }, (_, place) => place + 1);
}

/** Every kind of interval holds the truth as often as it says, within what chance leaves (99 %). */
export function expectNominalIntervals(portals: number): void {
  const outside = Object.entries(tallyOf(seedsUpTo(portals), intervalsOf)).filter(([question, { yes, n }]) => {
    const { least, most } = binomialRange(n, question.includes('(80 %)') ? 0.8 : 0.95);
    return n < portals / 2 || yes < least || yes > most;
  });
  expect(outside).toEqual([]);
}

/** Of the verdicts given where nothing was planted, at most one in twenty is wrong. */
export function expectFewFalseVerdicts(portals: number): void {
  const tallies = Object.entries(tallyOf(seedsUpTo(portals), falseVerdicts));
  const often = tallies.filter(([, { yes, n }]) => yes > Math.max(binomialRange(n, 0.05).most, 0));
  const all = tallies.reduce((sum, [, { yes, n }]) => ({ yes: sum.yes + yes, n: sum.n + n }), { yes: 0, n: 0 });
  expect(often).toEqual([]);
  expect(all.n).toBeGreaterThan(10 * portals);
  expect(all.yes / all.n).toBeLessThanOrEqual(0.05);
}

/** The slow stage, the mis-typed one and the weak rep are found in nineteen of twenty portals. */
export function expectFaultsFound(portals: number): void {
  const missed = Object.entries(tallyOf(seedsUpTo(portals), foundFaults)).filter(([, { yes, n }]) => yes < 0.95 * n);
  expect(missed).toEqual([]);
}

/** What was planted after a corrective action is found in nineteen of twenty portals. */
export function expectEffectsFound(portals: number): void {
  const missed = Object.entries(tallyOf(seedsUpTo(portals), foundEffects)).filter(([, { yes, n }]) => yes < 0.95 * n);
  expect(missed).toEqual([]);
}
