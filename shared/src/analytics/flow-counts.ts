import type { ArrivalKind, ExitKind } from '../contract/deal-insights.ts';
import { ARRIVAL_CODES } from '../history/visit-table.ts';
import { lastNotAbove } from '../statistics/step-function.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';

/** What visits of one stage did over one period. */
export interface FlowCount {
  readonly arrivals: Readonly<Record<ArrivalKind, number>>;
  readonly exits: Readonly<Record<ExitKind, number>>;
  readonly atStart: number;
  readonly atEnd: number;
  readonly spentMs: number;
  readonly leftDwellMs: number;
  readonly leftWithDwell: number;
}

/** Where each count stands; arrivals stand first, by their codes. */
const EXITS = { advanced: 3, back: 4, skipped: 5, won: 6, lost: 7, moved: 8, merged: 9, deleted: 10 } as const;
const [AT_START, AT_END, SPENT_MS, LEFT_DWELL_MS, LEFT_WITH_DWELL, WIDTH] = [11, 12, 13, 14, 15, 16] as const;

/** Counts of one stage by period, in one column: millions of visits and weeks make no objects. Periods ascend, one after the other. */
export function flowCounts(known: KnownVisits, periods: readonly Period[]) {
  const { table, asOf } = known;
  const column = new Float64Array(periods.length * WIDTH);
  const ends = Float64Array.from(periods, ({ toAt }) => toAt);
  const add = (at: number, value: number): void => {
    column[at] = (column[at] ?? 0) + value;
  };
  const addWithin = (row: number, place: number, { fromAt, toAt }: Period): void => {
    const from = place * WIDTH;
    const [enteredAt, exitedAt] = [table.enteredAt[row] ?? 0, known.endOf(row)];
    add(from + (enteredAt < fromAt ? AT_START : (table.arrival[row] ?? 0)), 1);
    add(from + SPENT_MS, Math.max(0, Math.min(exitedAt, toAt, asOf) - Math.max(enteredAt, fromAt)));
    const exit = exitedAt < toAt ? known.exitOf(row) : null;
    add(from + (exit === null ? AT_END : EXITS[exit]), 1);
    if (exit === null || known.isLate(row)) return;
    add(from + LEFT_DWELL_MS, exitedAt - enteredAt);
    add(from + LEFT_WITH_DWELL, 1);
  };
  return {
    addVisit(row: number): void {
      const exitedAt = known.endOf(row);
      for (let place = lastNotAbove(ends, table.enteredAt[row] ?? 0) + 1; place < periods.length; place += 1) {
        const period = periods[place];
        if (period === undefined || exitedAt < period.fromAt) return;
        addWithin(row, place, period);
      }
    },
    countOf(place: number): FlowCount {
      const of = (field: number): number => column[place * WIDTH + field] ?? 0;
      const [entered, late, restored] = ARRIVAL_CODES.map((_, code) => of(code));
      return {
        arrivals: { entered: entered ?? 0, late: late ?? 0, restored: restored ?? 0 },
        exits: {
          advanced: of(EXITS.advanced),
          back: of(EXITS.back),
          skipped: of(EXITS.skipped),
          won: of(EXITS.won),
          lost: of(EXITS.lost),
          moved: of(EXITS.moved),
          merged: of(EXITS.merged),
          deleted: of(EXITS.deleted),
        },
        atStart: of(AT_START),
        atEnd: of(AT_END),
        spentMs: of(SPENT_MS),
        leftDwellMs: of(LEFT_DWELL_MS),
        leftWithDwell: of(LEFT_WITH_DWELL),
      };
    },
  };
}
