import { ascending } from './ascending.ts';
import type { DurationSample } from './duration-sample.ts';
import { riskTable, wasWatched } from './risk-table.ts';

/** Two groups' exits side by side, at the ages at which anyone of either was last seen. Group 1 first, group 2 second. */
export interface TwoGroupTable {
  readonly atRisk: readonly [Float64Array, Float64Array];
  readonly events: readonly [Float64Array, Float64Array];
}

/** What a row of a group is counted as; of the first group, still there: 0. */
const [LEFT_FIRST, LEFT_SECOND, STILL_SECOND] = [1, 2, 3];

/**
 * Lays two groups' durations on one common set of ages, for tests that compare them: the risk table of both, in which the
 * group counts as a part of the cause.
 *
 * @param isSecond for each row, whether it belongs to the second group.
 * @example twoGroupTable({ time: [1, 2], event: [1, 1] }, [false, true]).atRisk // [[1, 0], [1, 1]]
 */
export function twoGroupTable(sample: DurationSample, isSecond: ArrayLike<boolean>): TwoGroupTable {
  if (isSecond.length !== sample.time.length) throw new RangeError('Every row needs a group.');
  const { time, tieWidth, censored, eventsByCause } = riskTable({ ...sample, event: groupedEvents(sample, isSecond) });
  const none = new Float64Array(time.length);
  const [leftFirst = none, leftSecond = none, stillSecond = none] = eventsByCause;
  const atRiskOf = (group: boolean, left: Float64Array, still: Float64Array): Float64Array =>
    atRisk(
      { time, tieWidth, late: lateEntries(sample, tieWidth, (row) => (isSecond[row] === true) === group) },
      left,
      still,
    );
  return {
    atRisk: [atRiskOf(false, leftFirst, censored), atRiskOf(true, leftSecond, stillSecond)],
    events: [leftFirst, leftSecond],
  };
}

function groupedEvents({ event }: DurationSample, isSecond: ArrayLike<boolean>): Float64Array {
  const grouped = new Float64Array(isSecond.length);
  for (let row = 0; row < grouped.length; row += 1) {
    const cause = event[row] ?? Number.NaN;
    const left = isSecond[row] === true ? LEFT_SECOND : LEFT_FIRST;
    const still = isSecond[row] === true && cause === 0 ? STILL_SECOND : cause; // What is no event stays so.
    grouped[row] = cause > 0 ? left : still;
  }
  return grouped;
}

/** Entry ages of a group's late rows, ascending. */
function lateEntries(
  { time, entry = null }: DurationSample,
  tieWidth: number,
  isOfGroup: (row: number) => boolean,
): Float64Array {
  const late = new Float64Array(entry === null ? 0 : time.length);
  let length = 0;
  for (let row = 0; row < late.length; row += 1) {
    const enteredAge = entry?.[row] ?? 0;
    if (enteredAge > 0 && isOfGroup(row) && wasWatched(enteredAge, time[row] ?? 0, tieWidth))
      late[length++] = enteredAge;
  }
  return ascending(late.subarray(0, length));
}

interface GroupAges {
  readonly time: Float64Array;
  readonly tieWidth: number;
  readonly late: Float64Array;
}

function atRisk({ time, tieWidth, late }: GroupAges, left: Float64Array, still: Float64Array): Float64Array {
  const atRiskAt = new Float64Array(time.length);
  let remaining = left.reduce((sum, rows, i) => sum + rows + (still[i] ?? 0), 0) - late.length;
  let entered = 0;
  for (let i = 0; i < time.length; i += 1) {
    while (entered < late.length && (late[entered] ?? 0) < (time[i] ?? 0) - tieWidth) {
      entered += 1;
      remaining += 1;
    }
    atRiskAt[i] = remaining;
    remaining -= (left[i] ?? 0) + (still[i] ?? 0);
  }
  return atRiskAt;
}
