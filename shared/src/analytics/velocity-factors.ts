import { DAY_MS } from '../history/instant.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { cycleTime, type DealLifetime } from './deal-cycle.ts';
import type { KnownVisits } from './known-visits.ts';
import { daysOf, isWithin, type Period } from './period.ts';

/** What velocity is made of, over one period. */
export interface VelocityFactors {
  /** Deals in live stages, averaged over the period. */
  readonly openDeals: number;
  /** Won of the deals that closed; null: none did. */
  readonly winRate: number | null;
  /** Mean amount of won deals, the largest drawn in to the 95 % point; null: none has an amount. */
  readonly wonValue: number | null;
  /** Days from first entry to the win; null: cannot be told. */
  readonly cycleDays: number | null;
  readonly won: number;
  readonly lost: number;
  /** Won, but no amount is known: counted, not guessed. */
  readonly wonWithoutAmount: number;
  /** Squared standard error of the logarithm of win rate × value / cycle; null where one of them is unknown. */
  readonly logVariance: number | null;
}

export interface PeriodInputs {
  readonly known: KnownVisits;
  readonly lifetimes: readonly DealLifetime[];
  /** By deal, one currency; NaN: unknown. */
  readonly amounts: ArrayLike<number>;
}

const WINSORISED = 0.95;

/** Measures the four factors. Deals of unknown beginning count as open, and in no cycle. */
export function velocityFactors({ known, lifetimes, amounts }: PeriodInputs, period: Period): VelocityFactors {
  const closed = lifetimes.filter(({ endedAt }) => isWithin(period, endedAt));
  const wonDeals = closed.filter(({ outcome }) => outcome === 'won');
  const [won, lost] = [wonDeals.length, closed.filter(({ outcome }) => outcome === 'lost').length];
  const values = wonDeals.map(({ deal }) => amounts[deal] ?? Number.NaN).filter((amount) => !Number.isNaN(amount));
  const value = winsorisedMean(values);
  const cycle = cycleTime(lifetimes, period);
  const isWhole = won > 0 && value !== null && value.mean > 0 && cycle !== null && cycle.meanDays > 0;
  return {
    openDeals: openDeals(known, period),
    winRate: won + lost === 0 ? null : won / (won + lost),
    wonValue: value?.mean ?? null,
    cycleDays: cycle?.meanDays ?? null,
    won,
    lost,
    wonWithoutAmount: won - values.length,
    // Delta method: relative variances of independent factors add up. (1 - p) / (n p) for the win rate.
    logVariance: isWhole
      ? lost / (won * (won + lost)) +
        (value.standardError / value.mean) ** 2 +
        (cycle.standardError / cycle.meanDays) ** 2
      : null,
  };
}

function openDeals(known: KnownVisits, period: Period): number {
  const { table, asOf } = known;
  let ms = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    const until = Math.min(known.endOf(row), period.toAt, asOf);
    ms += Math.max(0, until - Math.max(table.enteredAt[row] ?? 0, period.fromAt));
  }
  return ms / DAY_MS / daysOf(period);
}

function winsorisedMean(values: readonly number[]): { readonly mean: number; readonly standardError: number } | null {
  const most = sampleQuantile(values, WINSORISED);
  if (most === null) return null;
  const drawnIn = values.map((value) => Math.min(value, most));
  const mean = drawnIn.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = drawnIn.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = values.length > 1 ? squares / (values.length - 1) : mean ** 2;
  return { mean, standardError: Math.sqrt(variance / values.length) };
}
