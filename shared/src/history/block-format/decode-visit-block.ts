import type { VisitBlock } from '../visit-block.ts';
import { BlockFormatError, byteReader } from './byte-reader.ts';
import { readAmounts, readCloseDates, readOwnerChanges } from './changes.ts';
import { checksum } from './checksum.ts';
import { readDeals } from './deals.ts';
import { BLOCK_FORMAT, BLOCK_MAGIC } from './encode-visit-block.ts';
import { readFacts, readTexts } from './texts.ts';
import { readVisits } from './visits.ts';

const CHECKSUM_BYTES = 4;

/**
 * Reads the bytes of a block back: `decodeVisitBlock(encodeVisitBlock(block))` equals `block`.
 * @throws BlockFormatError when the bytes are cut, changed, of another format, or not a block at all
 */
export function decodeVisitBlock(bytes: Uint8Array): VisitBlock {
  const reader = byteReader(contentOf(bytes));
  const format = reader.unsigned();
  if (format !== BLOCK_FORMAT) {
    const cure = 'another version of the app made them, and rollup makes them again';
    throw new BlockFormatError(`their format is ${format}, this version reads ${BLOCK_FORMAT} (${cure})`);
  }
  const header = { pipelineId: reader.text(), newestChangeAt: reader.unsigned(), deletedDeals: reader.unsigned() };
  const [stageIds, ownerIds, dealIds] = [readTexts(reader), readTexts(reader), readTexts(reader)];
  const deals = readDeals(reader, dealIds.length);
  const owners = readOwnerChanges(reader, deals.firstEntries, ownerIds.length);
  const block = {
    ...header,
    dealIds,
    stageIds,
    ownerIds,
    createdAt: deals.createdAt,
    owners,
    ...readVisits(reader, deals, { stages: stageIds.length, owners }),
    amounts: readAmounts(reader, deals.firstEntries),
    closeDates: readCloseDates(reader, deals.firstEntries),
    facts: readFacts(reader, dealIds.length),
  };
  if (!reader.isAtEnd()) throw new BlockFormatError('there is more in them than a block');
  return block;
}

/** What lies between the opening letters and the checksum. */
function contentOf(bytes: Uint8Array): Uint8Array {
  const isBlock = bytes.length > BLOCK_MAGIC.length + CHECKSUM_BYTES;
  if (!isBlock || String.fromCharCode(...bytes.subarray(0, BLOCK_MAGIC.length)) !== BLOCK_MAGIC) {
    throw new BlockFormatError('they do not begin like one');
  }
  const sum = checksum(bytes.subarray(0, -CHECKSUM_BYTES));
  const stored = bytes.subarray(-CHECKSUM_BYTES);
  if (stored.some((byte, place) => byte !== ((sum >>> (8 * place)) & 255))) {
    throw new BlockFormatError('the checksum is wrong, so bytes were changed or lost');
  }
  return bytes.subarray(BLOCK_MAGIC.length, -CHECKSUM_BYTES);
}
