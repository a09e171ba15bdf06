import { DAY_MS } from '../history/instant.ts';
import { keptWith } from '../history/kept-with.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { growingColumn } from '../statistics/growing-column.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';

/** Codes of `DealLifetimes.outcome`. `LEFT`: to another pipeline, merged or deleted. */
const OPEN = 0;
export const WON = 1;
export const LOST = 2;
const LEFT = 3;

/** Deals from their first entry to their first close, one column an attribute: reports over months read them many times. */
export interface DealLifetimes {
  readonly length: number;
  readonly deal: Uint32Array;
  /** NaN where it cannot be told: then the deal is in no cycle, but its close is one. */
  readonly beganAt: Float64Array;
  /** Endless while open. */
  readonly endedAt: Float64Array;
  readonly outcome: Uint8Array;
}

export interface CycleTime {
  /** Days, and its standard error. */
  readonly meanDays: number;
  readonly standardError: number;
}

const NEGLIGIBLE = 0.05;

/**
 * The lifetimes of all deals. Deals that were closed at once have one of length 0; those that were closed when they were first
 * seen have none, for when they closed cannot be told.
 */
export const dealLifetimes = keptWith((known: KnownVisits): DealLifetimes => {
  const { table } = known;
  const most = table.dealIds.length;
  const [deal, outcome] = [new Uint32Array(most), new Uint8Array(most)];
  const [beganAt, endedAt] = [new Float64Array(most), new Float64Array(most)];
  let length = 0;
  for (let from = 0, to = 0; from < table.length; from = to) {
    to = from + 1;
    while (to < table.length && table.deal[to] === table.deal[from]) to += 1;
    if (!known.isKnown(from) || (known.isLate(from) && known.stageOf(from) < 0)) continue;
    const row = endingRow(known, from, to);
    deal[length] = table.deal[from] ?? 0;
    beganAt[length] = known.isLate(from) ? Number.NaN : (table.enteredAt[from] ?? 0);
    outcome[length] = row < 0 ? OPEN : outcomeOf(known, row);
    // A close begins with the entry into the closed stage; whoever leaves goes at the end of the visit.
    const ended = outcome[length] === LEFT ? known.endOf(row) : (table.enteredAt[row] ?? 0);
    endedAt[length] = row < 0 ? Number.POSITIVE_INFINITY : ended;
    length += 1;
  }
  return { length, deal, beganAt, endedAt, outcome };
});

/** The row of a deal that ends its life; -1 while none does. */
function endingRow(known: KnownVisits, from: number, to: number): number {
  for (let row = from; row < to && known.isKnown(row); row += 1) if (outcomeOf(known, row) !== OPEN) return row;
  return -1;
}

function outcomeOf(known: KnownVisits, row: number): number {
  const role = known.roleOf(row);
  if (role === 'lost') return LOST;
  if (role === 'won' || role === 'post-win') return WON;
  const exit = known.exitOf(row);
  return exit === 'moved' || exit === 'merged' || exit === 'deleted' ? LEFT : OPEN;
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
export function cycleTime(lifetimes: DealLifetimes, period: Period): CycleTime | null {
  const curve = aalenJohansen(watchedIn(lifetimes, period), 2);
  const [won = new Float64Array(0)] = curve.cumulativeIncidence;
  const whole = won.at(-1) ?? 0;
  const emptied = curve.survival.indexOf(0);
  const isCutOff = emptied > 0 && emptied < curve.time.length - 1;
  if (!(whole > 0) || (isCutOff && (curve.survival[emptied - 1] ?? 1) > NEGLIGIBLE * whole)) return null;
  const steps = won.map((share, i) => (share - (won[i - 1] ?? 0)) / whole);
  const meanMs = steps.reduce((sum, step, i) => sum + step * (curve.time[i] ?? 0), 0);
  const variance = steps.reduce((sum, step, i) => {
    const wins = curve.eventsByCause[0]?.[i] ?? 0;
    return wins === 0 ? sum : sum + (step * ((curve.time[i] ?? 0) - meanMs)) ** 2 / wins;
  }, 0);
  return { meanDays: meanMs / DAY_MS, standardError: Math.sqrt(variance) / DAY_MS };
}

function watchedIn({ length, beganAt, endedAt, outcome }: DealLifetimes, { fromAt, toAt }: Period) {
  const [time, event, entry] = [growingColumn(), growingColumn(), growingColumn()];
  for (let at = 0; at < length; at += 1) {
    const [began, ended] = [beganAt[at] ?? 0, endedAt[at] ?? 0];
    if (!(began < toAt) || ended < fromAt) continue;
    const code = ended < toAt ? outcome[at] : OPEN;
    time.add(Math.min(ended, toAt) - began);
    event.add(code === WON || code === LOST ? code : OPEN);
    entry.add(Math.max(0, fromAt - began));
  }
  return { time: time.values(), event: event.values(), entry: entry.values() };
}
