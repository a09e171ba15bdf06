import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import type { Interval } from '../statistics/interval.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { dealLifetimes } from './deal-cycle.ts';
import { knownVisits } from './known-visits.ts';
import { openChangeVariance } from './open-change-variance.ts';
import { closedPeriods, type Period } from './period.ts';
import { type SeriesTrend, seriesTrends } from './series-trend.ts';
import { type PeriodInputs, type VelocityFactors, velocityFactors } from './velocity-factors.ts';

export interface VelocityQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** Ascending, one after the other. */
  readonly periods: readonly Period[];
  readonly asOf: EpochMs;
  /** By deal of the table, in one currency; NaN: unknown, or not convertible. */
  readonly amounts: ArrayLike<number>;
}

export interface PeriodVelocity extends VelocityFactors {
  readonly period: Period;
  /** Currency a day. */
  readonly velocity: Estimate;
}

/** Logarithms of the ratio between the last two closed periods: `total` is the sum of the four. */
export interface VelocityChange extends Interval {
  readonly total: number;
  readonly openDeals: number;
  readonly winRate: number;
  readonly wonValue: number;
  readonly cycleDays: number;
  readonly verdict: 'faster' | 'slower' | 'no-clear-change';
}

export interface MeasuredVelocity {
  /** The closed periods. The unfinished one is left out. */
  readonly periods: readonly PeriodVelocity[];
  /** Null: one of the two has no velocity. */
  readonly change: VelocityChange | null;
  readonly trends: Readonly<Record<'velocity' | 'openDeals' | 'winRate' | 'wonValue' | 'cycleDays', SeriesTrend>>;
}

const LEVEL = 0.95;
const ENOUGH_WON = 20;

/**
 * How much does the pipeline earn a day? velocity = open deals × win rate × mean won value / cycle days, by closed period,
 * with an interval by the delta method on its logarithm (the number of open deals is known, not estimated). Its change is
 * taken apart exactly: log ratios add up; it is clear only beyond what the coming and going of deals makes of it by chance
 * (`openChangeVariance`). Trends by Mann-Kendall over at least 8 closed periods.
 *
 * Open deals count as "at least this long" in the cycle. Below 20 wins in a period, or where no win has an amount: insufficient.
 * @example velocity({ table, pipeline, periods, asOf, amounts }).change?.winRate // -0.22: a fifth less from this factor
 */
export function velocity(question: VelocityQuestion): MeasuredVelocity {
  return velocityOver(velocityInputs(question), question.periods);
}

/** What every period is measured from: made once where several questions are asked of the same deals. */
export function velocityInputs({ table, pipeline, asOf, amounts }: Omit<VelocityQuestion, 'periods'>): PeriodInputs {
  const known = knownVisits(table, pipeline, asOf);
  return { known, lifetimes: dealLifetimes(known), amounts };
}

/** As `velocity`, from inputs that were made before. */
export function velocityOver(inputs: PeriodInputs, periods: readonly Period[]): MeasuredVelocity {
  const closed = closedPeriods(periods, inputs.known.asOf);
  const measured = velocityFactors(inputs, closed).map((factors, place): PeriodVelocity => {
    const period = closed[place] ?? { fromAt: 0, toAt: 0 };
    return { period, ...factors, velocity: velocityOf(factors) };
  });
  const [velocity, openDeals, winRate, wonValue, cycleDays] = seriesTrends([
    measured.map((each) => valueOf(each.velocity)),
    measured.map((each) => each.openDeals),
    measured.map((each) => each.winRate),
    measured.map((each) => each.wonValue),
    measured.map((each) => each.cycleDays),
  ]);
  const none: SeriesTrend = { verdict: 'insufficient', perPeriod: null, n: 0 };
  return {
    periods: measured,
    change: changeOf(inputs, measured.at(-2), measured.at(-1)),
    trends: {
      velocity: velocity ?? none,
      openDeals: openDeals ?? none,
      winRate: winRate ?? none,
      wonValue: wonValue ?? none,
      cycleDays: cycleDays ?? none,
    },
  };
}

function velocityOf({ openDeals, winRate, wonValue, cycleDays, won, logVariance }: VelocityFactors): Estimate {
  const isWhole = winRate !== null && wonValue !== null && cycleDays !== null && logVariance !== null;
  if (!isWhole || won < ENOUGH_WON) return { kind: 'insufficient', n: won, needed: ENOUGH_WON };
  const value = (openDeals * winRate * wonValue) / cycleDays;
  const factor = Math.exp(twoSidedZ(LEVEL) * Math.sqrt(logVariance));
  return { kind: 'estimate', value, low: value / factor, high: value * factor, level: LEVEL, n: won, from: 'pipeline' };
}

function changeOf(
  { known }: PeriodInputs,
  before: PeriodVelocity | undefined,
  now: PeriodVelocity | undefined,
): VelocityChange | null {
  if (before?.velocity.kind !== 'estimate' || now?.velocity.kind !== 'estimate') return null;
  const ratio = (factor: 'openDeals' | 'winRate' | 'wonValue' | 'cycleDays'): number =>
    Math.log((now[factor] ?? Number.NaN) / (before[factor] ?? Number.NaN));
  const [openDeals, winRate, wonValue] = [ratio('openDeals'), ratio('winRate'), ratio('wonValue')];
  const cycleDays = -ratio('cycleDays');
  const total = openDeals + winRate + wonValue + cycleDays;
  const open = openChangeVariance(known, before.period, now.period);
  const margin = twoSidedZ(LEVEL) * Math.sqrt((before.logVariance ?? 0) + (now.logVariance ?? 0) + open);
  const [low, high] = [total - margin, total + margin];
  const verdict = low > 0 ? 'faster' : high < 0 ? 'slower' : 'no-clear-change';
  return { total, openDeals, winRate, wonValue, cycleDays, low, high, verdict };
}

function valueOf(estimate: Estimate): number | null {
  return estimate.kind === 'estimate' ? estimate.value : null;
}
