import type { VelocityFactor, VelocityFigures, VelocityParts } from '@deal-stage-insights/shared';

export const FACTORS = ['openDeals', 'winRate', 'wonValue', 'cycleDays'] as const satisfies readonly VelocityFactor[];

export interface FactorBar {
  readonly factor: VelocityFactor | 'total';
  /** What it alone would have changed, in percent. */
  readonly percent: number;
}

/** What each factor alone would have changed, and all together. Logarithms add up, percentages do not: so each stands for itself. */
export function factorBars(change: VelocityParts): readonly FactorBar[] {
  return [...FACTORS, 'total' as const].map((factor) => ({
    factor,
    percent: Math.round(ratioOf(change[factor]) * 1_000) / 10,
  }));
}

/** A logarithm of a ratio as a relative change: 0.18 becomes 0.2 (a fifth more). */
export const ratioOf = (logRatio: number): number => Math.exp(logRatio) - 1;

/** The factor that moved the velocity most, up or down. */
export function strongestFactor(change: VelocityParts): VelocityFactor {
  return FACTORS.reduce((strongest, factor) =>
    Math.abs(change[factor]) > Math.abs(change[strongest]) ? factor : strongest,
  );
}

export interface MonthPoint {
  readonly day: string;
  readonly amount: number;
}

/** The months that have a velocity, in order of time. */
export function monthPoints(months: readonly VelocityFigures[]): readonly MonthPoint[] {
  return months.flatMap(({ fromDay, velocity }) =>
    velocity.kind === 'estimate' ? [{ day: fromDay, amount: Math.round(velocity.value) }] : [],
  );
}

export interface MonthLeftOut {
  readonly day: string;
  readonly n: number;
  readonly needed: number;
}

/** The months with too few wins for a velocity, in order of time. */
export function monthsLeftOut(months: readonly VelocityFigures[]): readonly MonthLeftOut[] {
  return months.flatMap(({ fromDay, velocity }) =>
    velocity.kind === 'insufficient' ? [{ day: fromDay, n: velocity.n, needed: velocity.needed }] : [],
  );
}
