import { type ByteWriter, byteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';
import { compareText, sorted } from './order.ts';
import type { ChangeColumn, VisitBlock } from './visit-block.ts';
import { ARRIVAL_CODES, EXIT_CODES, ORIGIN_CODES } from './visit-table.ts';

export const BLOCK_MAGIC = 'DSIB';
export const BLOCK_FORMAT = 1;
/** No currency has more than three decimals. */
export const AMOUNT_SCALE = 1000;
export const OPEN = EXIT_CODES.indexOf('open');
export const TRANSITION = EXIT_CODES.indexOf('transition');
export const LATE = ARRIVAL_CODES.indexOf('late');

/**
 * The bytes of a block: a header with the format's version, one column after the other, a checksum. Equal blocks give equal
 * bytes. Instants are distances (a visit begins where the one before ended), so a visit takes 16 bytes at most with its
 * share of the changes, before compression, deal ids and facts not counted.
 * @throws when a row is not one that the fold makes: an instant that is no whole ms, or a transition that the next row does not continue
 */
export function encodeVisitBlock(block: VisitBlock): Uint8Array {
  const writer = byteWriter();
  for (const letter of BLOCK_MAGIC) writer.byte(letter.charCodeAt(0));
  writer.unsigned(BLOCK_FORMAT);
  writer.text(block.pipelineId);
  writer.unsigned(block.newestChangeAt);
  writer.unsigned(block.deletedDeals);
  for (const texts of [block.stageIds, block.ownerIds, block.dealIds]) writeTexts(writer, texts);
  const firstEntries = writeDeals(writer, block);
  writeVisits(writer, block);
  writeChanges(writer, { column: block.amounts, firstEntries }, (amount) => Math.round(amount * AMOUNT_SCALE));
  writeChanges(writer, { column: block.closeDates, firstEntries }, (closeDate, firstEntry) => closeDate - firstEntry);
  writeChanges(writer, { column: block.owners, firstEntries }, (owner) => owner);
  writeFacts(writer, block);
  const bytes = writer.bytes();
  for (let shift = 0, sum = checksum(bytes); shift < 32; shift += 8) writer.byte((sum >>> shift) & 255);
  return writer.bytes();
}

/** Each text as what it shares with the one before, and the rest: neighbours are alike. */
export function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
  writer.unsigned(texts.length);
  let before = '';
  for (const text of texts) {
    let shared = 0;
    while (shared < text.length && text[shared] === before[shared]) shared += 1;
    writer.unsigned(shared);
    writer.text(text.slice(shared));
    before = text;
  }
}

/** Rows, first entry and creation of each deal. Answers the first entries: all other instants of a deal are distances from it. */
function writeDeals(writer: ByteWriter, block: VisitBlock): Float64Array {
  const deals = block.dealIds.length;
  const rows = new Uint32Array(deals);
  const firstEntries = new Float64Array(deals);
  for (let row = block.length - 1; row >= 0; row -= 1) {
    const deal = block.deal[row] ?? 0;
    rows[deal] = (rows[deal] ?? 0) + 1;
    firstEntries[deal] = block.enteredAt[row] ?? 0;
  }
  for (const count of rows) writer.unsigned(count);
  let before = 0;
  for (const firstEntry of firstEntries) {
    writer.signed(firstEntry - before);
    before = firstEntry;
  }
  for (let deal = 0; deal < deals; deal += 1) {
    writer.signedOrNaN((block.createdAt[deal] ?? Number.NaN) - (firstEntries[deal] ?? 0));
  }
  return firstEntries;
}

function writeVisits(writer: ByteWriter, block: VisitBlock): void {
  const { length, exit, arrival, enteredAt, exitedAt } = block;
  for (let row = 0; row < length; row += 1) writer.unsigned(block.stage[row] ?? 0);
  for (let row = 0; row < length; row += 1) writer.byte(codesOf(block, row));
  for (let row = 0; row < length; row += 1) {
    // Only a deal that was in another pipeline in between begins a later visit after a gap.
    if (!isFirstRow(block, row)) writer.unsigned((enteredAt[row] ?? 0) - (exitedAt[row - 1] ?? 0));
  }
  for (let row = 0; row < length; row += 1) {
    if (exit[row] !== OPEN) writer.unsigned((exitedAt[row] ?? 0) - (enteredAt[row] ?? 0));
    if (exit[row] === TRANSITION) assertContinues(block, row);
  }
  for (const owner of block.owner) writer.unsigned(owner);
  for (let row = 0; row < length; row += 1) {
    if (arrival[row] === LATE) writer.unsigned(block.observedFromMs[row] ?? 0);
  }
}

function codesOf({ exit, arrival, origin }: VisitBlock, row: number): number {
  return ((exit[row] ?? 0) * ARRIVAL_CODES.length + (arrival[row] ?? 0)) * ORIGIN_CODES.length + (origin[row] ?? 0);
}

function isFirstRow({ deal }: VisitBlock, row: number): boolean {
  return deal[row] !== deal[row - 1];
}

/** The stage that a transition leads to is not stored: it is that of the next row. */
function assertContinues(block: VisitBlock, row: number): void {
  const continues = block.deal[row + 1] === block.deal[row] && block.stage[row + 1] === block.toStage[row];
  if (continues) return;
  const dealId = block.dealIds[block.deal[row] ?? 0] ?? '';
  throw new RangeError(`The visits of deal ${dealId} cannot be stored: one ends in a stage where no next one begins.`);
}

function writeChanges(
  writer: ByteWriter,
  { column, firstEntries }: { readonly column: ChangeColumn; readonly firstEntries: Float64Array },
  toWhole: (value: number, firstEntry: number) => number,
): void {
  const { start, at, value } = column;
  for (let deal = 0; deal < firstEntries.length; deal += 1) {
    const firstEntry = firstEntries[deal] ?? 0;
    const [begin, end] = [start[deal] ?? 0, start[deal + 1] ?? 0];
    writer.unsigned(end - begin);
    let before = firstEntry;
    for (let change = begin; change < end; change += 1) {
      writer.signed((at[change] ?? 0) - before);
      before = at[change] ?? 0;
      writer.signedOrNaN(toWhole(value[change] ?? Number.NaN, firstEntry));
    }
  }
}

function writeFacts(writer: ByteWriter, { facts }: VisitBlock): void {
  writer.unsigned(facts.size);
  for (const [name, { values, index }] of sorted(facts, ([a], [b]) => compareText(a, b))) {
    writer.text(name);
    writeTexts(writer, values);
    for (const place of index) writer.unsigned(place + 1);
  }
}
