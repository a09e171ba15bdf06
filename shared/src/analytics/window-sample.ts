import type { DurationSample } from '../statistics/duration-sample.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';
import type { Period } from './period.ts';

/** The event of a visit that was lost. */
export const LOST = 1;
const ELSEWHERE = 2;

/** What visits of one stage did within a period, as durations in ms: event 1 left by a loss, 2 left otherwise. */
export interface WindowSample extends DurationSample {
  /** Of the table, in the order of the other columns. */
  readonly rows: readonly number[];
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly entry: readonly number[];
  /** Visits that ended in the period; those of them that led on, and those that were lost. */
  readonly exits: number;
  readonly advanced: number;
  readonly lost: number;
}

/**
 * Period estimates by late entry: a visit enters the risk set at the age it had when the period began, and is censored at the
 * age it had when the period ended. So a visit that runs over both of two periods is in each with its own ages only. A merge or
 * a deletion ends the watch, not the visit; visits of unknown beginning (`late`) have no age.
 */
export function windowSamples(known: KnownVisits, period: Period): readonly WindowSample[] {
  return groupedWindowSamples(known, period, { count: 1, ofDeal: () => 0 })[0] ?? [];
}

/** The same by group of deals, then by stage. */
export function groupedWindowSamples(
  known: KnownVisits,
  { fromAt, toAt }: Period,
  groups: { readonly count: number; readonly ofDeal: (deal: number) => number },
): readonly (readonly WindowSample[])[] {
  const { table, asOf } = known;
  const grouped = Array.from({ length: groups.count }, () => known.stageIds.map(emptySample));
  for (let row = 0; row < table.length; row += 1) {
    const enteredAt = table.enteredAt[row] ?? 0;
    // First what leaves most rows out: a period is a small part of all that is known.
    if (enteredAt >= toAt || (table.exitedAt[row] ?? Number.NaN) < fromAt) continue;
    const [stage, exitedAt] = [known.stageOf(row), known.endOf(row)];
    if (stage < 0 || exitedAt < fromAt || !known.isKnown(row) || known.isLate(row)) continue;
    const sample = grouped[groups.ofDeal(table.deal[row] ?? 0)]?.[stage];
    if (sample === undefined) continue;
    const exit = exitedAt < toAt ? known.exitOf(row) : null;
    const isExit = exit !== null && exit !== 'merged' && exit !== 'deleted';
    sample.rows.push(row);
    sample.time.push(Math.min(exitedAt, toAt, asOf) - enteredAt);
    sample.entry.push(Math.max(0, fromAt - enteredAt));
    sample.event.push(!isExit ? 0 : exit === 'lost' ? LOST : ELSEWHERE);
    if (isExit) sample.exits += 1;
    if (exit === 'lost') sample.lost += 1;
    if (leadsOn(exit)) sample.advanced += 1;
  }
  return grouped;
}

function emptySample() {
  const [rows, time, event, entry]: [number[], number[], number[], number[]] = [[], [], [], []];
  return { rows, time, event, entry, exits: 0, advanced: 0, lost: 0 };
}
