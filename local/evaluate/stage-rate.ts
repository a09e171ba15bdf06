import type { LandmarkRow } from './outcomes.ts';

/** Rows of the whole log's rate that a stage's own rate is mixed with. */
const PRIOR_ROWS = 10;

/**
 * The rule to beat: of the deals seen in a stage at earlier landmarks, the share that was won within the horizon, (wins +
 * 10 overall rate) / (rows + 10). Null without a scored row to learn from.
 */
export function stageRates(training: readonly LandmarkRow[]): ((stageId: string) => number) | null {
  const counts = new Map<string, { rows: number; wins: number }>();
  const all = { rows: 0, wins: 0 };
  for (const { stageId, outcome } of training) {
    if (outcome.within === null) continue;
    const count = counts.get(stageId) ?? { rows: 0, wins: 0 };
    counts.set(stageId, count);
    for (const each of [count, all]) {
      each.rows += 1;
      each.wins += outcome.within;
    }
  }
  if (all.rows === 0) return null;
  const overall = all.wins / all.rows;
  return (stageId) => {
    const { rows, wins } = counts.get(stageId) ?? { rows: 0, wins: 0 };
    return (wins + PRIOR_ROWS * overall) / (rows + PRIOR_ROWS);
  };
}
