import type { TargetOutlook } from '../contract/forecast-report.ts';
import type { Target } from '../contract/settings.ts';
import type { NamedPeriod } from './report-question.ts';
import { type DrawnRange, quantile } from './revenue-range.ts';

const CENTS = 100;

/** What is known of a period when its target is looked at. Minor units. */
export interface TargetFacts {
  readonly targets: readonly Target[];
  readonly closed: number;
  /** Open deals whose close date lies in the period. */
  readonly due: number;
  /** What is to come; null: it cannot be told. */
  readonly toCome: DrawnRange | null;
  /** As p10 and p90 are widened by. */
  readonly widening: number;
}

/**
 * How does a month or quarter stand against its target: what is reached, how far the open deals due in it cover the rest, and
 * the chance to get there? The target is the latest one set for such periods up to this one. Null where none is set.
 *
 * The chance is that of the range that is told: draws are spread from the median as the widening spreads p10 and p90
 * (draw × widening ^ s, s = -1 at p10 and below, 0 at p50, 1 at p90 and above, linear between).
 * @example targetOutlook(quarter, facts)?.coverage // 2.4: open deals due are 2.4 times what is left
 */
export function targetOutlook(period: NamedPeriod, facts: TargetFacts): TargetOutlook | null {
  const target = targetOf(period, facts.targets);
  if (target === null) return null;
  const goal = target.amount * CENTS;
  const left = goal - facts.closed;
  return {
    amount: target.amount,
    reachedShare: facts.closed / goal,
    coverage: left > 0 ? facts.due / left : null,
    chance: facts.toCome === null ? null : chanceOf(facts.toCome, left, facts.widening),
  };
}

/** The latest target set for periods of this kind, up to this one; null: none. */
export function targetOf({ kind, fromDay }: NamedPeriod, targets: readonly Target[]): Target | null {
  const month = fromDay.slice(0, 7);
  return targets.reduce<Target | null>((latest, target) => {
    if (target.period !== kind || target.fromMonth > month) return latest;
    return latest === null || target.fromMonth > latest.fromMonth ? target : latest;
  }, null);
}

function chanceOf({ draws }: DrawnRange, left: number, widening: number): number {
  if (left <= 0) return 1;
  const [p10, p50, p90] = [quantile(draws, 0.1), quantile(draws, 0.5), quantile(draws, 0.9)];
  const spread = (draw: number): number => {
    const reach = draw < p50 ? p50 - p10 : p90 - p50;
    const place = reach > 0 ? Math.max(-1, Math.min(1, (draw - p50) / reach)) : Math.sign(draw - p50);
    return draw * widening ** place;
  };
  return draws.reduce((count, draw) => (spread(draw) >= left ? count + 1 : count), 0) / draws.length;
}
