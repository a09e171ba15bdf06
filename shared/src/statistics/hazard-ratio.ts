import type { TwoGroupTable } from './two-group-table.ts';

export interface HazardRatio {
  /** Log of (rate at which group 2 leaves / rate at which group 1 leaves). Below 0: group 2 stays longer. */
  readonly logRatio: number;
  readonly standardError: number;
}

/** How equal ages are treated: Efron's approximation (the better one) or Breslow's. */
export type TieMethod = 'efron' | 'breslow';

const MAX_STEPS = 50;

/**
 * How much faster does one group leave than the other? Cox's proportional-hazards model (1972) with the group as its one
 * covariate, by Newton's method on the partial likelihood. Null where the data set no limit: a group in which nobody left
 * while the other was at risk.
 *
 * @example hazardRatio(twoGroupTable(sample, isSecond)) // { logRatio: -0.531, standardError: 0.167 } for lung ~ sex
 */
export function hazardRatio(table: TwoGroupTable, ties: TieMethod = 'efron'): HazardRatio | null {
  let logRatio = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { score, information } = partialLikelihood(table, logRatio, ties);
    if (!(information > 0)) return null;
    // A full Newton step can overshoot far from the maximum; it is concave, so shorter steps still arrive.
    const move = Math.max(-2, Math.min(2, score / information));
    logRatio += move;
    if (Math.abs(logRatio) > 30) return null;
    if (Math.abs(move) < 1e-12) return { logRatio, standardError: 1 / Math.sqrt(information) };
  }
  return null;
}

function partialLikelihood({ atRisk, events }: TwoGroupTable, logRatio: number, ties: TieMethod) {
  const ratio = Math.exp(logRatio);
  let score = 0;
  let information = 0;
  for (let i = 0; i < events[0].length; i += 1) {
    const d1 = events[0][i] ?? 0;
    const d2 = events[1][i] ?? 0;
    const d = d1 + d2;
    score += d2;
    for (let l = 0; l < d; l += 1) {
      // Efron: those who leave at the same age are at risk, on average, for part of each other's exits.
      const gone = ties === 'efron' ? l / d : 0;
      const second = ((atRisk[1][i] ?? 0) - gone * d2) * ratio;
      const share = second / ((atRisk[0][i] ?? 0) - gone * d1 + second);
      score -= share;
      information += share * (1 - share);
    }
  }
  return { score, information };
}
