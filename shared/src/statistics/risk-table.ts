import { ascending } from './ascending.ts';
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
 * Cost: one sort of typed arrays; no object per row.
 *
 * @throws RangeError when a time is negative or not finite, an entry is NaN, or an event is not a whole number from 0.
 * @example riskTable({ time: [5, 5, 8], event: [1, 0, 1] }) // time 5, 8; atRisk 3, 1; events 1, 1; censored 1, 0
 */
export function riskTable(sample: DurationSample): RiskTable {
  const columns = columnsOf(sample);
  const tieWidth = tieWidthOf(columns.time);
  const watched = watchedRows(columns, tieWidth);
  const { time, counts } = distinctAges(watched.exits, tieWidth);
  const [censored = new Float64Array(0), ...eventsByCause] = counts;
  const events = sumOf(new Set(eventsByCause), time.length);
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

/** A sample in columns of one kind: a loop that meets several kinds of array is ten times slower. */
interface SampleColumns {
  readonly time: Float64Array;
  readonly event: Float64Array;
  readonly entry: Float64Array | null;
}

function columnsOf({ time, event, entry = null }: DurationSample): SampleColumns {
  if (event.length !== time.length || (entry !== null && entry.length !== time.length))
    throw new RangeError('The columns of a duration sample must have equal length.');
  return { time: floats(time), event: floats(event), entry: entry === null ? null : floats(entry) };
}

function floats(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}

/** The width below which two ages of this sample count as equal, in the sample's unit. */
function tieWidthOf(time: Float64Array): number {
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

function watchedRows({ time, event, entry }: SampleColumns, tieWidth: number): WatchedRows {
  let codes = 1;
  for (let i = 0; i < time.length; i += 1) {
    checkRow(time[i], event[i], entry?.[i] ?? 0, i);
    codes = Math.max(codes, (event[i] ?? 0) + 1);
  }
  const sizes = new Uint32Array(codes);
  let late = 0;
  for (let i = 0; i < time.length; i += 1) {
    const enteredAge = entry === null ? 0 : (entry[i] ?? 0);
    if (!wasWatched(enteredAge, time[i] ?? 0, tieWidth)) continue;
    const code = event[i] ?? 0;
    sizes[code] = (sizes[code] ?? 0) + 1;
    if (enteredAge > 0) late += 1;
  }
  // The rows of each code lie together, those of code 0 first.
  const next = sizes.map((_, code) => sizes.subarray(0, code).reduce((sum, size) => sum + size, 0));
  const starts = next.slice();
  const ages = new Float64Array(sizes.reduce((sum, size) => sum + size, 0));
  const lateEntry = new Float64Array(late);
  let lateFilled = 0;
  for (let i = 0; i < time.length; i += 1) {
    const enteredAge = entry === null ? 0 : (entry[i] ?? 0);
    if (!wasWatched(enteredAge, time[i] ?? 0, tieWidth)) continue;
    const code = event[i] ?? 0;
    const at = next[code] ?? 0;
    ages[at] = time[i] ?? 0;
    next[code] = at + 1;
    if (enteredAge > 0) lateEntry[lateFilled++] = enteredAge;
  }
  const exits = Array.from(starts, (start, code) => ascending(ages.subarray(start, next[code])));
  return { n: ages.length, exits, lateEntry: ascending(lateEntry) };
}

function checkRow(time: number | undefined, event: number | undefined, entry: number, row: number): void {
  if (time === undefined || !(time >= 0) || time === Number.POSITIVE_INFINITY)
    throw new RangeError(`Row ${row}: a duration must be finite and not negative, got ${time}.`);
  if (event === undefined || !Number.isInteger(event) || event < 0)
    throw new RangeError(`Row ${row}: an event must be 0 (censored) or a cause from 1, got ${event}.`);
  if (Number.isNaN(entry)) throw new RangeError(`Row ${row}: the age at entry is not a number.`);
}

/**
 * Merges sorted columns into the ages at which runs of ties begin, ascending, and counts each column at them: a value falls
 * to the last age that is not above it.
 */
function distinctAges(columns: readonly Float64Array[], tieWidth: number) {
  const most = columns.reduce((sum, column) => sum + column.length, 0);
  const ages = new Float64Array(most);
  // Few columns have a row: of the others there is nothing to merge.
  const filled = columns.filter((column) => column.length > 0);
  const counted = filled.map(() => new Float64Array(most));
  const next = new Int32Array(filled.length);
  const heads = Float64Array.from(filled, (column) => column[0] ?? Number.POSITIVE_INFINITY);
  let length = 0;
  let first = Number.NEGATIVE_INFINITY;
  let previous = Number.NEGATIVE_INFINITY;
  for (let merged = 0; merged < most; merged += 1) {
    let from = 0;
    for (let c = 1; c < heads.length; c += 1) if ((heads[c] ?? 0) < (heads[from] ?? 0)) from = c;
    const age = heads[from] ?? 0;
    next[from] = (next[from] ?? 0) + 1;
    heads[from] = filled[from]?.[next[from] ?? 0] ?? Number.POSITIVE_INFINITY;
    if (age - previous > tieWidth || age - first > LONGEST_RUN * tieWidth) {
      ages[length++] = age;
      first = age;
    }
    previous = age;
    const counts = counted[from];
    if (counts !== undefined) counts[length - 1] = (counts[length - 1] ?? 0) + 1;
  }
  const none = new Float64Array(length);
  return {
    time: ages.subarray(0, length),
    counts: columns.map((column) => counted[filled.indexOf(column)]?.subarray(0, length) ?? none),
  };
}

function sumOf(columns: ReadonlySet<Float64Array>, length: number): Float64Array {
  const [first] = columns;
  if (columns.size === 1 && first !== undefined) return first;
  const sum = new Float64Array(length);
  for (const column of columns) for (let i = 0; i < length; i += 1) sum[i] = (sum[i] ?? 0) + (column[i] ?? 0);
  return sum;
}
