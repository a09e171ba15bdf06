import { BlockFormatError, type ByteReader, byteReader } from './byte-reader.ts';
import { checksum } from './checksum.ts';
import { AMOUNT_SCALE, BLOCK_FORMAT, BLOCK_MAGIC, LATE, OPEN, TRANSITION } from './encode-visit-block.ts';
import type { ChangeColumn, FactColumn, VisitBlock } from './visit-block.ts';
import { ARRIVAL_CODES, EXIT_CODES, ORIGIN_CODES } from './visit-table.ts';

const CHECKSUM_BYTES = 4;

/**
 * Reads the bytes of a block back: `decodeVisitBlock(encodeVisitBlock(block))` equals `block`.
 * @throws BlockFormatError when the bytes are cut, changed, of another format, or not a block at all
 */
export function decodeVisitBlock(bytes: Uint8Array): VisitBlock {
  const reader = byteReader(checked(bytes));
  for (const _ of BLOCK_MAGIC) reader.byte();
  const format = reader.unsigned();
  if (format !== BLOCK_FORMAT) {
    throw new BlockFormatError(`their format is ${format}, this version reads ${BLOCK_FORMAT}`);
  }
  const header = { pipelineId: reader.text(), newestChangeAt: reader.unsigned(), deletedDeals: reader.unsigned() };
  const [stageIds, ownerIds, dealIds] = [readTexts(reader), readTexts(reader), readTexts(reader)];
  const deals = readDeals(reader, dealIds.length);
  const { firstEntries } = deals;
  const block: VisitBlock = {
    ...header,
    dealIds,
    stageIds,
    ownerIds,
    createdAt: deals.createdAt,
    ...readVisits(reader, deals, { stages: stageIds.length, owners: ownerIds.length }),
    amounts: readChanges(reader, firstEntries, (whole) => whole / AMOUNT_SCALE),
    closeDates: readChanges(reader, firstEntries, (whole, firstEntry) => whole + firstEntry),
    owners: readChanges(reader, firstEntries, (whole) => whole),
    facts: readFacts(reader, dealIds.length),
  };
  if (!reader.isAtEnd()) throw new BlockFormatError('there is more in them than a block');
  if (block.owners.value.some((owner) => !(owner >= 0 && owner < ownerIds.length))) {
    throw new BlockFormatError('a change leads to an owner that is not listed');
  }
  return block;
}

function checked(bytes: Uint8Array): Uint8Array {
  const isBlock = bytes.length > BLOCK_MAGIC.length + CHECKSUM_BYTES;
  if (!isBlock || String.fromCharCode(...bytes.subarray(0, BLOCK_MAGIC.length)) !== BLOCK_MAGIC) {
    throw new BlockFormatError('they do not begin like one');
  }
  const content = bytes.subarray(0, -CHECKSUM_BYTES);
  const sum = checksum(content);
  const stored = bytes.subarray(-CHECKSUM_BYTES);
  if (stored.some((byte, place) => byte !== ((sum >>> (8 * place)) & 255))) {
    throw new BlockFormatError('the checksum is wrong, so bytes were changed or lost');
  }
  return content;
}

function readTexts(reader: ByteReader): readonly string[] {
  const count = reader.unsigned();
  const texts: string[] = [];
  let before = '';
  for (let place = 0; place < count; place += 1) {
    before = before.slice(0, reader.below(before.length + 1, 'shared beginning of length')) + reader.text();
    texts.push(before);
  }
  return texts;
}

interface Deals {
  readonly rows: Uint32Array;
  readonly firstEntries: Float64Array;
  readonly createdAt: Float64Array;
}

function readDeals(reader: ByteReader, count: number): Deals {
  const rows = new Uint32Array(count).map(() => reader.unsigned());
  let before = 0;
  const firstEntries = new Float64Array(count).map(() => {
    before += reader.signed();
    return before;
  });
  return { rows, firstEntries, createdAt: firstEntries.map((firstEntry) => reader.signedOrNaN() + firstEntry) };
}

function readVisits(reader: ByteReader, { rows, firstEntries }: Deals, limits: { stages: number; owners: number }) {
  const length = rows.reduce((sum, count) => sum + count, 0);
  const deal = new Uint32Array(length);
  let filled = 0;
  for (const [place, count] of rows.entries()) {
    deal.fill(place, filled, filled + count);
    filled += count;
  }
  const stage = new Uint16Array(length).map(() => reader.below(limits.stages, 'stage'));
  const codes = readCodes(reader, length);
  const gaps = new Float64Array(length).map((_, row) => (deal[row] === deal[row - 1] ? reader.unsigned() : 0));
  const enteredAt = new Float64Array(length);
  const exitedAt = new Float64Array(length);
  for (let row = 0; row < length; row += 1) {
    const isFirst = deal[row] !== deal[row - 1];
    enteredAt[row] = isFirst ? (firstEntries[deal[row] ?? 0] ?? 0) : (exitedAt[row - 1] ?? 0) + (gaps[row] ?? 0);
    exitedAt[row] = codes.exit[row] === OPEN ? Number.NaN : (enteredAt[row] ?? 0) + reader.unsigned();
  }
  const owner = new Uint16Array(length).map(() => reader.below(limits.owners, 'owner'));
  const observedFromMs = new Float64Array(length).map((_, row) =>
    codes.arrival[row] === LATE ? reader.unsigned() : 0,
  );
  const toStage = new Int32Array(length).map((_, row) =>
    codes.exit[row] === TRANSITION ? (stage[row + 1] ?? -1) : -1,
  );
  return { length, deal, stage, enteredAt, exitedAt, toStage, ...codes, owner, observedFromMs };
}

function readCodes(reader: ByteReader, length: number) {
  const [exit, arrival, origin] = [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)];
  const kinds = ARRIVAL_CODES.length * ORIGIN_CODES.length;
  for (let row = 0; row < length; row += 1) {
    const code = reader.byte();
    exit[row] = Math.floor(code / kinds);
    if ((exit[row] ?? 0) >= EXIT_CODES.length) throw new BlockFormatError(`there is no code ${code}`);
    arrival[row] = Math.floor((code % kinds) / ORIGIN_CODES.length);
    origin[row] = code % ORIGIN_CODES.length;
  }
  return { exit, arrival, origin };
}

function readChanges(
  reader: ByteReader,
  firstEntries: Float64Array,
  toValue: (whole: number, firstEntry: number) => number,
): ChangeColumn {
  const start = new Uint32Array(firstEntries.length + 1);
  const at: number[] = [];
  const value: number[] = [];
  for (const [deal, firstEntry] of firstEntries.entries()) {
    let before = firstEntry;
    for (let left = reader.unsigned(); left > 0; left -= 1) {
      before += reader.signed();
      at.push(before);
      value.push(toValue(reader.signedOrNaN(), firstEntry));
    }
    start[deal + 1] = at.length;
  }
  return { start, at: Float64Array.from(at), value: Float64Array.from(value) };
}

function readFacts(reader: ByteReader, deals: number): ReadonlyMap<string, FactColumn> {
  const facts = new Map<string, FactColumn>();
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    const name = reader.text();
    const values = readTexts(reader);
    facts.set(name, { values, index: new Int32Array(deals).map(() => reader.below(values.length + 1, 'value') - 1) });
  }
  return facts;
}
