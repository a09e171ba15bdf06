import { betaCdf } from '@deal-stage-insights/shared';

/** Whether an interval held the truth, or null where it was not said. */
export type Held = Readonly<Record<string, boolean | null>>;

/**
 * The counts between which the successes of n fair trials lie in 99 of 100 cases: the least and the greatest k whose tail on
 * its side is above half a percent.
 */
export function binomialRange(n: number, p: number): { readonly least: number; readonly most: number } {
  const upTo = (k: number): number => (k < 0 ? 0 : k >= n ? 1 : 1 - betaCdf(p, k + 1, n - k));
  const counts = Array.from({ length: n + 1 }, (_, k) => k);
  return {
    least: counts.find((k) => upTo(k) > 0.005) ?? 0,
    most: counts.findLast((k) => 1 - upTo(k - 1) > 0.005) ?? n,
  };
}

export interface Tally {
  readonly yes: number;
  readonly n: number;
}

/** How often each question was answered by yes, over many portals; those answered by "insufficient" do not count. */
export function tallyOf(seeds: readonly number[], answersOf: (seed: number) => Held): Readonly<Record<string, Tally>> {
  const tallies: Record<string, { yes: number; n: number }> = {};
  for (const seed of seeds) {
    for (const [question, answer] of Object.entries(answersOf(seed))) {
      const tally = (tallies[question] ??= { yes: 0, n: 0 });
      tally.n += answer === null ? 0 : 1;
      tally.yes += answer === true ? 1 : 0;
    }
  }
  return tallies;
}
