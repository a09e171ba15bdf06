import type { DurationSample } from './duration-sample.ts';
import { riskTable, wasWatched } from './risk-table.ts';
import { lastNotAbove } from './step-function.ts';

/** Two groups' exits side by side, at the ages at which anyone of either left. Group 1 first, group 2 second. */
export interface TwoGroupTable {
  readonly atRisk: readonly [Float64Array, Float64Array];
  readonly events: readonly [Float64Array, Float64Array];
}

/**
 * Lays two groups' durations on one common set of ages, for tests that compare them.
 *
 * @param isSecond for each row, whether it belongs to the second group.
 * @example twoGroupTable({ time: [1, 2], event: [1, 1] }, [false, true]).atRisk // [[1, 0], [1, 1]]
 */
export function twoGroupTable(sample: DurationSample, isSecond: readonly boolean[]): TwoGroupTable {
  if (isSecond.length !== sample.time.length) throw new RangeError('Every row needs a group.');
  const { time, tieWidth } = riskTable(sample);
  const columns = (): [Float64Array, Float64Array] => [
    new Float64Array(time.length + 1),
    new Float64Array(time.length + 1),
  ];
  const atRisk = columns();
  const events = columns();
  for (let row = 0; row < isSecond.length; row += 1) {
    const entry = sample.entry?.[row] ?? 0;
    const exit = sample.time[row] ?? 0;
    if (!wasWatched(entry, exit, tieWidth)) continue;
    const group = isSecond[row] === true ? 1 : 0;
    const from = entry > 0 ? lastNotAbove(time, entry + tieWidth) + 1 : 0;
    const to = lastNotAbove(time, exit);
    // Steps now, summed up below: +1 where the row comes under observation, -1 after its own age.
    add(atRisk[group], from, 1);
    add(atRisk[group], to + 1, -1);
    if ((sample.event[row] ?? 0) > 0) add(events[group], to, 1);
  }
  for (const column of atRisk) for (let i = 1; i < column.length; i += 1) add(column, i, column[i - 1] ?? 0);
  return { atRisk, events };
}

function add(column: Float64Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}
