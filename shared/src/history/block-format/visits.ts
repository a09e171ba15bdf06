import { ownedUntil, valueAt } from '../change-column.ts';
import type { ChangeColumn, VisitBlock } from '../visit-block.ts';
import type { VisitRows } from '../visit-columns.ts';
import { ARRIVAL_CODES, EXIT_CODES, ORIGIN_CODES } from '../visit-table.ts';
import { BlockFormatError, type ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Deals } from './deals.ts';

const OPEN = EXIT_CODES.indexOf('open');
const TRANSITION = EXIT_CODES.indexOf('transition');
const LATE = ARRIVAL_CODES.indexOf('late');
const KINDS_PER_EXIT = ARRIVAL_CODES.length * ORIGIN_CODES.length;

/**
 * The rows, column by column. What follows from other columns is not written: where a visit begins (where the one before ended),
 * which stage a transition leads to (that of the next row), and whose a visit was (by the changes of owner).
 */
export function writeVisits(writer: ByteWriter, block: VisitBlock): void {
  const { length, exit, arrival, enteredAt, exitedAt } = block;
  for (let row = 0; row < length; row += 1) writer.unsigned(block.stage[row] ?? 0);
  for (let row = 0; row < length; row += 1) writer.byte(codeOf(block, row));
  for (let row = 0; row < length; row += 1) {
    if (isAfterGap(block, row)) writer.unsigned((enteredAt[row] ?? 0) - (exitedAt[row - 1] ?? 0));
    if (exit[row] !== OPEN) writer.unsigned((exitedAt[row] ?? 0) - (enteredAt[row] ?? 0));
    if (arrival[row] === LATE) writer.unsigned(block.observedFromMs[row] ?? 0);
  }
  for (let row = 0; row < length; row += 1) assertDerivable(block, row);
}

interface Listed {
  readonly stages: number;
  readonly owners: ChangeColumn;
}

export function readVisits(reader: ByteReader, { rows, firstEntries }: Deals, { stages, owners }: Listed): VisitRows {
  const length = rows.reduce((sum, count) => sum + count, 0);
  const deal = new Uint32Array(length);
  let filled = 0;
  for (const [place, count] of rows.entries()) {
    deal.fill(place, filled, filled + count);
    filled += count;
  }
  const stage = new Uint16Array(length).map(() => reader.below(stages, 'stage'));
  const codes = readCodes(reader, length);
  const [enteredAt, exitedAt] = [new Float64Array(length), new Float64Array(length)];
  const [observedFromMs, toStage, owner] = [new Float64Array(length), new Int32Array(length), new Uint16Array(length)];
  for (let row = 0; row < length; row += 1) {
    const isFirst = deal[row] !== deal[row - 1];
    const begin = isFirst ? (firstEntries[deal[row] ?? 0] ?? 0) : (exitedAt[row - 1] ?? 0);
    enteredAt[row] = codes.isAfterGap[row] === 1 ? begin + reader.unsigned() : begin;
    exitedAt[row] = codes.exit[row] === OPEN ? Number.NaN : (enteredAt[row] ?? 0) + reader.unsigned();
    if (codes.arrival[row] === LATE) observedFromMs[row] = reader.unsigned();
    toStage[row] = codes.exit[row] === TRANSITION ? (stage[row + 1] ?? -1) : -1;
    owner[row] = ownerOf({ owners, deal, enteredAt, exitedAt }, row);
  }
  const { exit, arrival, origin } = codes;
  return { length, deal, stage, enteredAt, exitedAt, toStage, exit, arrival, origin, owner, observedFromMs };
}

/** Exit, arrival, origin and whether there is a gap before, in one byte. */
function codeOf(block: VisitBlock, row: number): number {
  const { exit, arrival, origin } = block;
  const kind = (exit[row] ?? 0) * KINDS_PER_EXIT + (arrival[row] ?? 0) * ORIGIN_CODES.length + (origin[row] ?? 0);
  return 2 * kind + (isAfterGap(block, row) ? 1 : 0);
}

function readCodes(reader: ByteReader, length: number) {
  const columns = [0, 1, 2, 3].map(() => new Uint8Array(length));
  const [exit = EMPTY, arrival = EMPTY, origin = EMPTY, isAfterGap = EMPTY] = columns;
  for (let row = 0; row < length; row += 1) {
    const code = reader.byte();
    const kind = code >> 1;
    if (kind >= EXIT_CODES.length * KINDS_PER_EXIT) throw new BlockFormatError(`there is no code ${code}`);
    isAfterGap[row] = code & 1;
    exit[row] = Math.floor(kind / KINDS_PER_EXIT);
    arrival[row] = Math.floor((kind % KINDS_PER_EXIT) / ORIGIN_CODES.length);
    origin[row] = kind % ORIGIN_CODES.length;
  }
  return { exit, arrival, origin, isAfterGap };
}

const EMPTY = new Uint8Array();

/** Only a deal that was in another pipeline in between begins a later visit after a gap. */
function isAfterGap({ deal, enteredAt, exitedAt }: VisitBlock, row: number): boolean {
  return deal[row] === deal[row - 1] && enteredAt[row] !== exitedAt[row - 1];
}

type Owned = Pick<VisitBlock, 'owners' | 'deal' | 'enteredAt' | 'exitedAt'>;

function ownerOf({ owners, deal, enteredAt, exitedAt }: Owned, row: number): number {
  const exit = exitedAt[row] ?? Number.NaN;
  const owner = valueAt(owners, deal[row] ?? 0, ownedUntil(enteredAt[row] ?? 0, Number.isNaN(exit) ? null : exit));
  return Number.isNaN(owner) ? 0 : owner;
}

function assertDerivable(block: VisitBlock, row: number): void {
  const { deal, stage, toStage, exit, owner } = block;
  const leadsOn = exit[row] !== TRANSITION || (deal[row + 1] === deal[row] && stage[row + 1] === toStage[row]);
  if (leadsOn && owner[row] === ownerOf(block, row)) return;
  const what = leadsOn
    ? 'its owner is not the one that the changes of owner tell'
    : 'no next visit begins where it leads';
  throw new RangeError(`A visit of deal ${block.dealIds[deal[row] ?? 0] ?? ''} cannot be stored: ${what}.`);
}
