import type { EpochMs } from '../instant.ts';
import type { ChangeColumn } from '../visit-block.ts';
import { BlockFormatError, type ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

const MINUTE_MS = 60_000;
/** No currency has more than three decimals, and most amounts have none. */
const AMOUNT_SCALES = [1, 100, 1000];

type WriteValue = (value: number, at: EpochMs) => void;
type ReadValue = (at: EpochMs) => number;

/** The changes of each deal; their instants are distances, the first one from the deal's first entry. */
function writeChanges(
  writer: ByteWriter,
  { start, at, value }: ChangeColumn,
  firstEntries: Float64Array,
  write: WriteValue,
) {
  for (let deal = 0; deal < firstEntries.length; deal += 1) {
    const [begin, end] = [start[deal] ?? 0, start[deal + 1] ?? 0];
    writer.unsigned(end - begin);
    let before = firstEntries[deal] ?? 0;
    for (let change = begin; change < end; change += 1) {
      writer.signed((at[change] ?? 0) - before);
      before = at[change] ?? 0;
      write(value[change] ?? Number.NaN, before);
    }
  }
}

function readChanges(reader: ByteReader, firstEntries: Float64Array, read: ReadValue): ChangeColumn {
  const start = new Uint32Array(firstEntries.length + 1);
  const at: number[] = [];
  const value: number[] = [];
  for (let deal = 0; deal < firstEntries.length; deal += 1) {
    let before = firstEntries[deal] ?? 0;
    for (let left = reader.unsigned(); left > 0; left -= 1) {
      before += reader.signed();
      at.push(before);
      value.push(read(before));
    }
    start[deal + 1] = at.length;
  }
  return { start, at: new Float64Array(at), value: new Float64Array(value) };
}

export function writeOwnerChanges(writer: ByteWriter, column: ChangeColumn, firstEntries: Float64Array): void {
  writeChanges(writer, column, firstEntries, (owner) => writer.unsigned(owner));
}

export function readOwnerChanges(reader: ByteReader, firstEntries: Float64Array, owners: number): ChangeColumn {
  return readChanges(reader, firstEntries, () => reader.below(owners, 'owner'));
}

/** As whole numbers of the largest unit in which all amounts of the block are whole. */
export function writeAmounts(writer: ByteWriter, column: ChangeColumn, firstEntries: Float64Array): void {
  const isWhole = (scale: number): boolean =>
    column.value.every((amount) => Number.isNaN(amount) || Math.round(amount * scale) / scale === amount);
  const place = AMOUNT_SCALES.findIndex(isWhole);
  const scale = AMOUNT_SCALES[place];
  if (scale === undefined) throw new RangeError('A visit block holds amounts with three decimals at most.');
  writer.byte(place);
  writeChanges(writer, column, firstEntries, (amount) => writer.signedOrNaN(Math.round(amount * scale)));
}

export function readAmounts(reader: ByteReader, firstEntries: Float64Array): ChangeColumn {
  const scale = AMOUNT_SCALES[reader.byte()];
  if (scale === undefined) throw new BlockFormatError('their amounts are in no known unit');
  return readChanges(reader, firstEntries, () => reader.signedOrNaN() / scale);
}

/** As a distance from the change: in minutes where the date falls on one (people type such dates), else in ms; 0 where unset. */
export function writeCloseDates(writer: ByteWriter, column: ChangeColumn, firstEntries: Float64Array): void {
  writeChanges(writer, column, firstEntries, (date, at) => {
    if (Number.isNaN(date)) {
      writer.unsigned(0);
      return;
    }
    const isOnMinute = date % MINUTE_MS === 0;
    const distance = isOnMinute ? date / MINUTE_MS - Math.floor(at / MINUTE_MS) : date - at;
    const folded = distance < 0 ? -2 * distance - 1 : 2 * distance;
    writer.unsigned(1 + 2 * folded + (isOnMinute ? 1 : 0));
  });
}

export function readCloseDates(reader: ByteReader, firstEntries: Float64Array): ChangeColumn {
  return readChanges(reader, firstEntries, (at) => {
    const written = reader.unsigned();
    if (written === 0) return Number.NaN;
    const folded = Math.floor((written - 1) / 2);
    const distance = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    return written % 2 === 0 ? (Math.floor(at / MINUTE_MS) + distance) * MINUTE_MS : at + distance;
  });
}
