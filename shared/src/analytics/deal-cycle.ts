import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import type { KnownVisits } from './known-visits.ts';
import { isWithin, type Period } from './period.ts';

/** A deal from its first entry to its first close. */
export interface DealLifetime {
  readonly deal: number;
  readonly beganAt: EpochMs;
  /** Endless while open. */
  readonly endedAt: EpochMs;
  /** `left`: to another pipeline, merged or deleted. */
  readonly outcome: 'won' | 'lost' | 'left' | 'open';
}

export interface CycleTime {
  /** Days, and its standard error. */
  readonly meanDays: number;
  readonly standardError: number;
}

const NEGLIGIBLE = 0.05;

/** The lifetimes of all deals whose beginning is known. Deals that were closed at once have one of length 0. */
export function dealLifetimes(known: KnownVisits): readonly DealLifetime[] {
  const { table } = known;
  const lifetimes: DealLifetime[] = [];
  for (let from = 0, to = 0; from < table.length; from = to) {
    to = from + 1;
    while (to < table.length && table.deal[to] === table.deal[from]) to += 1;
    if (!known.isKnown(from) || known.isLate(from)) continue;
    const beganAt = table.enteredAt[from] ?? 0;
    lifetimes.push({ deal: table.deal[from] ?? 0, beganAt, ...endOf(known, from, to) });
  }
  return lifetimes;
}

function endOf(known: KnownVisits, from: number, to: number): Pick<DealLifetime, 'endedAt' | 'outcome'> {
  for (let row = from; row < to && known.isKnown(row); row += 1) {
    const enteredAt = known.table.enteredAt[row] ?? 0;
    const role = known.roleOf(row);
    if (role === 'lost') return { endedAt: enteredAt, outcome: 'lost' };
    if (role === 'won' || role === 'post-win') return { endedAt: enteredAt, outcome: 'won' };
    const exit = known.exitOf(row);
    if (exit === 'moved' || exit === 'merged' || exit === 'deleted') {
      return { endedAt: known.endOf(row), outcome: 'left' };
    }
  }
  return { endedAt: Number.POSITIVE_INFINITY, outcome: 'open' };
}

/**
 * How long does a win take, from the first entry? The mean age at which wins of a period come, by the Aalen-Johansen incidence
 * of winning against losing: sum of t dF_won(t) / F_won(end), deals entering the risk set at the age they had when the period
 * began. Deals still open count as "at least this long", which the mean of won deals alone forgets; losses are another way
 * out, and not wins yet to come (a Kaplan-Meier curve that censors them hardly falls where most deals are lost).
 *
 * se² = sum over wins of (weight × (age - mean))², weight = S(u-) / n(u) / F_won(end).
 * Null without a win, and where nobody was watched for a moment and more than a twentieth of the wins may come later.
 */
export function cycleTime(lifetimes: readonly DealLifetime[], { fromAt, toAt }: Period): CycleTime | null {
  const watched = lifetimes.filter(({ beganAt, endedAt }) => beganAt < toAt && endedAt >= fromAt);
  const isOver = (each: DealLifetime): boolean => isWithin({ fromAt, toAt }, each.endedAt);
  const curve = aalenJohansen(
    {
      time: watched.map(({ beganAt, endedAt }) => Math.min(endedAt, toAt) - beganAt),
      event: watched.map((each) => (!isOver(each) ? 0 : each.outcome === 'won' ? 1 : each.outcome === 'lost' ? 2 : 0)),
      entry: watched.map(({ beganAt }) => Math.max(0, fromAt - beganAt)),
    },
    2,
  );
  const [won = new Float64Array(0)] = curve.cumulativeIncidence;
  const whole = won.at(-1) ?? 0;
  const emptied = curve.survival.indexOf(0);
  const isCutOff = emptied > 0 && emptied < curve.time.length - 1;
  if (!(whole > 0) || (isCutOff && (curve.survival[emptied - 1] ?? 1) > NEGLIGIBLE * whole)) return null;
  const steps = Array.from(won, (share, i) => (share - (won[i - 1] ?? 0)) / whole);
  const meanMs = steps.reduce((sum, step, i) => sum + step * (curve.time[i] ?? 0), 0);
  const variance = steps.reduce((sum, step, i) => {
    const wins = curve.eventsByCause[0]?.[i] ?? 0;
    return wins === 0 ? sum : sum + (step * ((curve.time[i] ?? 0) - meanMs)) ** 2 / wins;
  }, 0);
  return { meanDays: meanMs / DAY_MS, standardError: Math.sqrt(variance) / DAY_MS };
}
