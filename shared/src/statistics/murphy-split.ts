import type { ScoredForecasts } from './brier-score.ts';

/** brier score = reliability - resolution + uncertainty. */
export interface MurphySplit {
  /** How far what was said lies from what then happened; 0 is perfect. */
  readonly reliability: number;
  /** How far the forecasts tell cases apart; more is better. */
  readonly resolution: number;
  /** The variance of the outcomes themselves, which no forecast changes. */
  readonly uncertainty: number;
}

/**
 * Where does the Brier score come from? Murphy's split (1973) over the distinct forecasts. With all forecasts distinct it
 * says little: round or bin them first. Null for no forecasts.
 *
 * @example murphySplit({ forecast: [0.5, 0.5], outcome: [1, 0] }) // { reliability: 0, resolution: 0, uncertainty: 0.25 }
 */
export function murphySplit({ forecast, outcome }: ScoredForecasts): MurphySplit | null {
  const n = forecast.length;
  if (n === 0) return null;
  const groups = new Map<number, { n: number; successes: number }>();
  let successes = 0;
  for (let i = 0; i < n; i += 1) {
    const p = forecast[i] ?? 0;
    const group = groups.get(p) ?? { n: 0, successes: 0 };
    group.n += 1;
    group.successes += outcome[i] ?? 0;
    successes += outcome[i] ?? 0;
    groups.set(p, group);
  }
  const base = successes / n;
  let reliability = 0;
  let resolution = 0;
  for (const [p, group] of groups) {
    const seen = group.successes / group.n;
    reliability += (group.n * (p - seen) ** 2) / n;
    resolution += (group.n * (seen - base) ** 2) / n;
  }
  return { reliability, resolution, uncertainty: base * (1 - base) };
}
