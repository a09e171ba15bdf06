import type { ChanceMove, ChanceMoves } from './chance-moves.ts';

/** What one rep, or a group of reps, did with the chances of deals. */
export interface RepTally {
  readonly moves: number;
  readonly won: number;
  readonly lost: number;
  /** Chances of the deals when the rep first moved them, summed. */
  readonly expected: number;
  /** Wins, and the chances of the deals that were not closed when the rep last moved them. */
  readonly achieved: number;
  /** Of achieved - expected, if the rep's moves were any of the team's out of the same stages. */
  readonly variance: number;
}

/**
 * Adds up moves. `achieved - expected` is the sum of what they did to the chances: of a deal moved several times in a row the
 * steps in between cancel. Variance without replacement: per stage n v (1 - n / N) N / (N - 1).
 * @param moves some of those in `all`, in their order
 */
export function tallyOf(moves: readonly ChanceMove[], { counts, variances }: ChanceMoves): RepTally {
  const tally = { moves: moves.length, won: 0, lost: 0, expected: 0, achieved: 0, variance: 0 };
  const byStage = new Map<number, number>();
  let before: ChanceMove | null = null;
  for (const move of moves) {
    byStage.set(move.stage, (byStage.get(move.stage) ?? 0) + 1);
    if (move.ends !== null) tally[move.ends] += 1;
    tally.achieved += move.chanceAfter;
    // The deal goes on where the same rep left it: one run, whose inner chances cancel.
    const isNext = before !== null && before.deal === move.deal && before.ends === null;
    if (isNext && before?.chanceAfter === move.chanceBefore) tally.achieved -= move.chanceBefore;
    else tally.expected += move.chanceBefore;
    before = move;
  }
  for (const [stage, n] of byStage) {
    const all = counts[stage] ?? n;
    if (all > 1) tally.variance += (n * (variances[stage] ?? 0) * (all - n)) / (all - 1);
  }
  return tally;
}
