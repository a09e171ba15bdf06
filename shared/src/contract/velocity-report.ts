import type { Estimate } from './estimate.ts';
import type { DayPeriod, ReportHead } from './report.ts';

/** Answer of `GET /v1/pipelines/{id}/velocity`: open deals × win rate × mean won value ÷ cycle in days. */
export interface VelocityReport extends ReportHead {
  readonly now: VelocityFigures;
  readonly before: VelocityFigures;
  /** From `before` to `now`; null: one of the two has no velocity. */
  readonly change: VelocityParts | null;
  /** The whole months before the report's day, oldest first. */
  readonly months: readonly VelocityFigures[];
  /** Over the months. */
  readonly trends: Readonly<Record<VelocityFactor | 'velocity', VelocityTrend>>;
}

export type VelocityFactor = 'openDeals' | 'winRate' | 'wonValue' | 'cycleDays';

export interface VelocityFigures extends DayPeriod {
  /** Currency a day. */
  readonly velocity: Estimate;
  /** Deals in live stages, averaged over the period. */
  readonly openDeals: number;
  /** Won / (won + lost), of the deals that closed in the period; null: none did. */
  readonly winRate: number | null;
  /** Mean amount of won deals, the largest drawn in to the 95 % point; null: none has an amount. */
  readonly wonValue: number | null;
  /** First entry to the win; deals still open count as "at least this long". Null: cannot be told. */
  readonly cycleDays: number | null;
  readonly won: number;
  readonly lost: number;
  readonly wonWithoutAmount: number;
}

/** Logarithms of ratios: the four add up to `total`, and a shorter cycle adds. */
export interface VelocityParts extends Readonly<Record<VelocityFactor | 'total', number>> {
  /** Limits of `total`, at 95 %. */
  readonly low: number;
  readonly high: number;
  readonly verdict: 'faster' | 'slower' | 'no-clear-change';
}

export interface VelocityTrend {
  readonly verdict: 'rising' | 'falling' | 'no-clear-trend' | 'insufficient';
  /** Per month; null with fewer than eight. */
  readonly perMonth: number | null;
  readonly n: number;
}
