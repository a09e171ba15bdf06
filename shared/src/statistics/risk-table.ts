import type { DurationSample } from './duration-sample.ts';

/** The distinct ages of a sample, with who was at risk and who left at each. Columns of equal length, ascending by time. */
export interface RiskTable {
  /** Rows that were ever under observation. */
  readonly n: number;
  readonly time: Float64Array;
  /** Rows with entry < time[i] <= their own time. */
  readonly atRisk: Float64Array;
  /** Exits by any cause. At equal ages exits come before censorings. */
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Exits by cause: element k - 1 belongs to cause k. */
  readonly eventsByCause: readonly Float64Array[];
  /** Entry ages of the late rows, ascending; empty when every row was watched from the beginning. */
  readonly lateEntry: Float64Array;
  /** Ages that lie no further apart count as equal. */
  readonly tieWidth: number;
}

/** As in R's survival package: the square root of the machine epsilon, relative to the mean time (and absolute below 1). */
const TIE_TOLERANCE = 2 ** -26;

/** Ages tie with their neighbour, and so in runs; but no further than this many tie widths, or dense data would all be one tie. */
const LONGEST_RUN = 20;

/**
 * Sorts a sample into its risk table. Neighbouring ages closer than 1.5e-8 of the mean age count as one, named by the
 * smallest of them, because sums and differences of floating-point times are seldom exactly equal (R: `timefix`).
 *
 * Cost: one native sort of typed arrays; no object per row.
 *
 * @throws RangeError when a time is negative or not finite, an entry is NaN, or an event is not a whole number from 0.
 * @example riskTable({ time: [5, 5, 8], event: [1, 0, 1] }) // time 5, 8; atRisk 3, 1; events 1, 1; censored 1, 0
 */
export function riskTable(sample: DurationSample): RiskTable {
  const tieWidth = tieWidthOf(sample.time);
  const watched = watchedRows(sample, tieWidth);
  const columns = watched.exits;
  const time = distinctAges(columns, tieWidth);
  const counts = columns.map((column) => countPerAge(column, time));
  const censored = counts[0] ?? new Float64Array(time.length);
  const eventsByCause = counts.slice(1);
  const events = sumOf(eventsByCause, time.length);
  const atRisk = new Float64Array(time.length);
  let remaining = watched.n - watched.lateEntry.length;
  let entered = 0;
  for (let i = 0; i < time.length; i += 1) {
    const age = time[i] ?? 0;
    while (entered < watched.lateEntry.length && (watched.lateEntry[entered] ?? 0) < age - tieWidth) {
      entered += 1;
      remaining += 1;
    }
    atRisk[i] = remaining;
    remaining -= (events[i] ?? 0) + (censored[i] ?? 0);
  }
  return { n: watched.n, time, atRisk, events, censored, eventsByCause, lateEntry: watched.lateEntry, tieWidth };
}

/** The width below which two ages of this sample count as equal, in the sample's unit. */
function tieWidthOf(time: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < time.length; i += 1) sum += time[i] ?? 0;
  return TIE_TOLERANCE * Math.max(1, time.length === 0 ? 0 : sum / time.length);
}

/** Whether a row was ever at risk: false for one that ended before it was watched, or within the same tied age. */
export function wasWatched(entry: number, time: number, tieWidth: number): boolean {
  return entry <= 0 || entry < time - (LONGEST_RUN + 1) * tieWidth;
}

interface WatchedRows {
  readonly n: number;
  /** Sorted ages by event code: 0 censored, then the causes. */
  readonly exits: readonly Float64Array[];
  readonly lateEntry: Float64Array;
}

function watchedRows(sample: DurationSample, tieWidth: number): WatchedRows {
  const { time, event } = sample;
  const entry = sample.entry ?? null;
  if (event.length !== time.length || (entry !== null && entry.length !== time.length))
    throw new RangeError('The columns of a duration sample must have equal length.');
  const sizes: number[] = [0];
  let late = 0;
  for (let i = 0; i < time.length; i += 1) {
    const enteredAge = entry === null ? 0 : (entry[i] ?? 0);
    checkRow(time[i], event[i], enteredAge, i);
    const code = event[i] ?? 0;
    while (sizes.length <= code) sizes.push(0);
    if (!wasWatched(enteredAge, time[i] ?? 0, tieWidth)) continue;
    sizes[code] = (sizes[code] ?? 0) + 1;
    if (enteredAge > 0) late += 1;
  }
  const exits = sizes.map((size) => new Float64Array(size));
  const lateEntry = new Float64Array(late);
  const filled = sizes.map(() => 0);
  let lateFilled = 0;
  for (let i = 0; i < time.length; i += 1) {
    const enteredAge = entry === null ? 0 : (entry[i] ?? 0);
    if (!wasWatched(enteredAge, time[i] ?? 0, tieWidth)) continue;
    const code = event[i] ?? 0;
    const at = filled[code] ?? 0;
    const column = exits[code];
    if (column !== undefined) column[at] = time[i] ?? 0;
    filled[code] = at + 1;
    if (enteredAge > 0) lateEntry[lateFilled++] = enteredAge;
  }
  for (const column of exits) column.sort();
  return { n: exits.reduce((sum, column) => sum + column.length, 0), exits, lateEntry: lateEntry.sort() };
}

function checkRow(time: number | undefined, event: number | undefined, entry: number, row: number): void {
  if (time === undefined || !(time >= 0) || time === Number.POSITIVE_INFINITY)
    throw new RangeError(`Row ${row}: a duration must be finite and not negative, got ${time}.`);
  if (event === undefined || !Number.isInteger(event) || event < 0)
    throw new RangeError(`Row ${row}: an event must be 0 (censored) or a cause from 1, got ${event}.`);
  if (Number.isNaN(entry)) throw new RangeError(`Row ${row}: the age at entry is not a number.`);
}

/** Merges sorted columns into the ages at which runs of ties begin, ascending. */
function distinctAges(columns: readonly Float64Array[], tieWidth: number): Float64Array {
  const next = columns.map(() => 0);
  const ages = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let length = 0;
  let first = Number.NEGATIVE_INFINITY;
  let previous = Number.NEGATIVE_INFINITY;
  for (;;) {
    let age = Number.POSITIVE_INFINITY;
    let from = 0;
    for (let c = 0; c < columns.length; c += 1) {
      const candidate = columns[c]?.[next[c] ?? 0] ?? Number.POSITIVE_INFINITY;
      if (candidate >= age) continue;
      age = candidate;
      from = c;
    }
    if (age === Number.POSITIVE_INFINITY) return ages.slice(0, length);
    next[from] = (next[from] ?? 0) + 1;
    if (age - previous > tieWidth || age - first > LONGEST_RUN * tieWidth) {
      ages[length++] = age;
      first = age;
    }
    previous = age;
  }
}

/** How many of a sorted column fall to each age: to the last age that is not above it. */
function countPerAge(column: Float64Array, ages: Float64Array): Float64Array {
  const counts = new Float64Array(ages.length);
  let at = 0;
  for (let i = 0; i < ages.length; i += 1) {
    const nextAge = i + 1 < ages.length ? (ages[i + 1] ?? 0) : Number.POSITIVE_INFINITY;
    const first = at;
    while (at < column.length && (column[at] ?? 0) < nextAge) at += 1;
    counts[i] = at - first;
  }
  return counts;
}

function sumOf(columns: readonly Float64Array[], length: number): Float64Array {
  const [first] = columns;
  if (columns.length === 1 && first !== undefined) return first;
  const sum = new Float64Array(length);
  for (const column of columns) for (let i = 0; i < length; i += 1) sum[i] = (sum[i] ?? 0) + (column[i] ?? 0);
  return sum;
}
