import { DAY_MS } from '../history/instant.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { lastNotAbove } from '../statistics/step-function.ts';
import { cycleTime, type DealLifetimes, LOST, WON } from './deal-cycle.ts';
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
  readonly lifetimes: DealLifetimes;
  /** By deal, one currency; NaN: unknown. */
  readonly amounts: ArrayLike<number>;
}

const WINSORISED = 0.95;

/** Measures the four factors of each period. Deals of unknown beginning count as open, won and lost, and in no cycle. */
export function velocityFactors(inputs: PeriodInputs, periods: readonly Period[]): readonly VelocityFactors[] {
  const open = openDeals(inputs.known, periods);
  return periods.map((period, place) => factorsOf(inputs, period, open[place] ?? 0));
}

function factorsOf({ lifetimes, amounts }: PeriodInputs, period: Period, openDeals: number): VelocityFactors {
  const { won, lost, values } = closesIn(lifetimes, amounts, period);
  const value = winsorisedMean(values);
  const cycle = cycleTime(lifetimes, period);
  const isWhole = won > 0 && value !== null && value.mean > 0 && cycle !== null && cycle.meanDays > 0;
  return {
    openDeals,
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

/** The deals that closed within the period, and the amounts of the won ones, as far as known. */
function closesIn({ length, deal, endedAt, outcome }: DealLifetimes, amounts: ArrayLike<number>, period: Period) {
  const values: number[] = [];
  let [won, lost] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    if (!isWithin(period, endedAt[at] ?? Number.NaN)) continue;
    if (outcome[at] === LOST) lost += 1;
    if (outcome[at] !== WON) continue;
    won += 1;
    const amount = amounts[deal[at] ?? 0] ?? Number.NaN;
    if (!Number.isNaN(amount)) values.push(amount);
  }
  return { won, lost, values };
}

/** Time spent in live stages over the length of the period, by period; all in one pass over the visits. Periods ascend. */
function openDeals(known: KnownVisits, periods: readonly Period[]): readonly number[] {
  const { table, asOf } = known;
  const spentMs = periods.map(() => 0);
  const ends = Float64Array.from(periods, ({ toAt }) => toAt);
  const first = periods[0]?.fromAt ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row < table.length; row += 1) {
    const [enteredAt, exitedAt] = [table.enteredAt[row] ?? 0, Math.min(known.endOf(row), asOf)];
    if (exitedAt <= first || known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    for (let place = lastNotAbove(ends, enteredAt) + 1; place < periods.length; place += 1) {
      const { fromAt = 0, toAt = 0 } = periods[place] ?? {};
      if (exitedAt <= fromAt) break;
      spentMs[place] = (spentMs[place] ?? 0) + Math.min(exitedAt, toAt) - Math.max(enteredAt, fromAt);
    }
  }
  return periods.map((period, place) => (spentMs[place] ?? 0) / DAY_MS / daysOf(period));
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
