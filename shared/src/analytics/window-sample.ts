import { aalenJohansen, type CompetingRisksCurve } from '../statistics/aalen-johansen.ts';
import type { DurationSample } from '../statistics/duration-sample.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';
import type { Period } from './period.ts';

/** The event of a visit that was lost. */
export const LOST = 1;
const ELSEWHERE = 2;

/** What visits of one stage did within a period, as durations in ms: event 1 left by a loss, 2 left otherwise. */
export interface WindowSample extends DurationSample {
  /** Of the table, in the order of the other columns. */
  readonly rows: Uint32Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly entry: Float64Array;
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
  period: Period,
  groups: { readonly count: number; readonly ofDeal: (deal: number) => number },
): readonly (readonly WindowSample[])[] {
  const { table } = known;
  const rows = watchedRows(known, period);
  const stages = known.stageIds.length;
  const cells = rows.map((row) => {
    const group = groups.ofDeal(table.deal[row] ?? 0);
    return group >= 0 && group < groups.count ? group * stages + known.stageOf(row) : groups.count * stages;
  });
  const sizes = new Uint32Array(groups.count * stages + 1);
  for (const cell of cells) sizes[cell] = (sizes[cell] ?? 0) + 1;
  const rowsOf = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let at = 0; at < rows.length; at += 1) {
    const cell = cells[at] ?? 0;
    const [own, place] = [rowsOf[cell], sizes[cell] ?? 0];
    if (own !== undefined) own[place] = rows[at] ?? 0;
    sizes[cell] = place + 1;
  }
  return Array.from({ length: groups.count }, (_, group) =>
    known.stageIds.map((__, stage) => sampleOf(known, period, rowsOf[group * stages + stage] ?? new Uint32Array(0))),
  );
}

/** The visits of live stages and of known beginning that ran within the period. */
function watchedRows(known: KnownVisits, { fromAt, toAt }: Period): Uint32Array {
  const { table } = known;
  const rows = new Uint32Array(table.length);
  let length = 0;
  for (let row = 0; row < table.length; row += 1) {
    // First what leaves most rows out: a period is a small part of all that is known.
    if ((table.enteredAt[row] ?? 0) >= toAt || (table.exitedAt[row] ?? Number.NaN) < fromAt) continue;
    if (known.stageOf(row) < 0 || known.endOf(row) < fromAt || !known.isKnown(row) || known.isLate(row)) continue;
    rows[length++] = row;
  }
  return rows.slice(0, length);
}

function sampleOf(known: KnownVisits, { fromAt, toAt }: Period, rows: Uint32Array): WindowSample {
  const { table, asOf } = known;
  const [time, entry] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  const event = new Uint8Array(rows.length);
  let [exits, advanced, lost] = [0, 0, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const [enteredAt, exitedAt] = [table.enteredAt[row] ?? 0, known.endOf(row)];
    const exit = exitedAt < toAt ? known.exitOf(row) : null;
    const isExit = exit !== null && exit !== 'merged' && exit !== 'deleted';
    time[at] = Math.min(exitedAt, toAt, asOf) - enteredAt;
    entry[at] = Math.max(0, fromAt - enteredAt);
    event[at] = !isExit ? 0 : exit === 'lost' ? LOST : ELSEWHERE;
    if (isExit) exits += 1;
    if (exit === 'lost') lost += 1;
    if (leadsOn(exit)) advanced += 1;
  }
  return { rows, time, event, entry, exits, advanced, lost };
}

/** A sample with its curve, for which its durations are sorted: both questions about a period are answered from one. */
export interface WindowCurve {
  readonly sample: WindowSample;
  readonly curve: CompetingRisksCurve;
}

export function windowCurve(sample: WindowSample): WindowCurve {
  return { sample, curve: aalenJohansen(sample, ELSEWHERE) };
}

/** Several samples as one, one after the other. */
export function joinedSamples(samples: readonly WindowSample[]): DurationSample {
  const length = samples.reduce((sum, { rows }) => sum + rows.length, 0);
  const [time, entry] = [new Float64Array(length), new Float64Array(length)];
  const event = new Uint8Array(length);
  let from = 0;
  for (const sample of samples) {
    time.set(sample.time, from);
    entry.set(sample.entry, from);
    event.set(sample.event, from);
    from += sample.rows.length;
  }
  return { time, event, entry };
}
