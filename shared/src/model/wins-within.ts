import { DAY_MS } from '../history/instant.ts';
import { solveLinear } from './chained-wins.ts';
import type { NumberedStages } from './destinations.ts';
import { type StageHazards, exitsByStep } from './stage-hazards.ts';

/** The grid on which waiting times are added up, where nothing else is said. */
export const STEP_MS = DAY_MS / 2;

/** Equal steps of time; half-days, but for horizons that would take too many of them. */
export interface TimeGrid {
  readonly steps: number;
  readonly stepMs: number;
}

/**
 * For each live stage the probability to be won within i steps (half-days) after entering it, i = 0 … steps: the renewal equation
 * G_i(h) = sum over u of f_i,won(u) + sum over u and k of f_ik(u) G_k(h - u), f_ik(u) being the share that leaves to k in
 * half-day u. An exit inside a half-day counts at its middle, so G_k(h - u) is the mean of its values at both ends; the
 * term of u = 0 then holds G(h) itself, and (I - F_0 / 2) G(h) = the rest is solved in each step. Counting exits at the
 * end of their half-day instead would lose half a day with each stage.
 */
export function winsWithin(
  hazards: readonly StageHazards[],
  { liveStageIds, won, count }: NumberedStages,
  { steps, stepMs }: TimeGrid,
): readonly Float64Array[] {
  const live = liveStageIds.length;
  const leaving = hazards.map((stage) => exitsByStep(stage, { fromMs: 0, stepMs, steps }));
  const atOnce = leaving.map((exits, i) =>
    Float64Array.from({ length: live }, (_, k) => (i === k ? 1 : 0) - (exits[k] ?? 0) / 2),
  );
  const wins = liveStageIds.map(() => new Float64Array(steps + 1));
  const wonOutright = new Float64Array(live);
  for (let h = 1; h <= steps; h += 1) {
    const rows = leaving.map((exits, i) => {
      wonOutright[i] = (wonOutright[i] ?? 0) + (exits[(h - 1) * count + won] ?? 0);
      const row = new Float64Array(live + 1);
      row.set(atOnce[i] ?? []);
      row[live] =
        (wonOutright[i] ?? 0) + winsLater(exits, wins, { count, steps: h, reached: hazards[i]?.reached ?? [] });
      return row;
    });
    for (const [i, value] of solveLinear(rows).entries()) {
      const curve = wins[i];
      if (curve !== undefined) curve[h] = Math.min(1, value); // rounding may pass 1
    }
  }
  return wins;
}

/**
 * Wins after one more stage: exits in half-day u, at its middle, times the wins of the rest of the time. A value that is
 * not known yet (that of `steps` itself) counts 0 here.
 * @param reached the destinations that anybody left to: stages that nobody went to add nothing.
 */
export function winsLater(
  exits: Float64Array,
  wins: readonly ArrayLike<number>[],
  { count, steps, reached }: { readonly count: number; readonly steps: number; readonly reached: readonly number[] },
): number {
  let sum = 0;
  for (const k of reached) {
    const curve = wins[k];
    for (let u = 0, cell = k; curve !== undefined && u < steps; u += 1, cell += count) {
      const share = exits[cell] ?? 0;
      if (share > 0) sum += (share * ((curve[steps - 1 - u] ?? 0) + (curve[steps - u] ?? 0))) / 2;
    }
  }
  return sum;
}
