import type { CompetingRisksCurve } from '../statistics/aalen-johansen.ts';
import { stepValue } from '../statistics/step-function.ts';

export interface LaterExits {
  /** By cause: the share that leaves by it later than the age, of those still there after it. */
  readonly exits: Float64Array;
  /** The share never seen to leave, of those still there after the age. */
  readonly unresolved: number;
  /** The share still there after the age, of all. */
  readonly stay: number;
}

/**
 * Where do those still there after an age go? p_k(a) = (F_k(end) - F_k(a)) / S(a) (Aalen-Johansen, no age bins); an exit at
 * exactly that age counts as gone. An age below 0 asks of all. Null when nobody is left: S(a) = 0.
 * @example firstExits(aalenJohansen({ time: [1, 2, 3], event: [1, 2, 0] }), 1) // exits 0, 1/2; unresolved 1/2; stay 2/3
 */
export function firstExits({ time, survival, cumulativeIncidence }: CompetingRisksCurve, age = -1): LaterExits | null {
  const stay = stepValue(time, survival, age, 1);
  if (stay === 0) return null;
  const exits = Float64Array.from(
    cumulativeIncidence,
    (incidence) => ((incidence.at(-1) ?? 0) - stepValue(time, incidence, age, 0)) / stay,
  );
  return { exits, unresolved: (survival.at(-1) ?? 1) / stay, stay };
}
