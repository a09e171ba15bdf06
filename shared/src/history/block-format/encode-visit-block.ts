import type { VisitBlock } from '../visit-block.ts';
import { byteWriter } from './byte-writer.ts';
import { writeAmounts, writeCloseDates, writeOwnerChanges } from './changes.ts';
import { checksum } from './checksum.ts';
import { dealsOf, writeDeals } from './deals.ts';
import { writeFacts, writeTexts } from './texts.ts';
import { writeVisits } from './visits.ts';

export const BLOCK_MAGIC = 'DSIB';
export const BLOCK_FORMAT = 1;

/**
 * The bytes of a block: a header with the format's version, one column after the other, a checksum. Equal blocks give equal
 * bytes. A visit takes 16 bytes at most with its share of the changes, before compression, deal ids and facts not counted.
 * @throws RangeError for a block that the fold does not make: instants that are no whole ms, visits that lead nowhere
 */
export function encodeVisitBlock(block: VisitBlock): Uint8Array {
  const writer = byteWriter();
  for (const letter of BLOCK_MAGIC) writer.byte(letter.charCodeAt(0));
  writer.unsigned(BLOCK_FORMAT);
  writer.text(block.pipelineId);
  writer.unsigned(block.newestChangeAt);
  writer.unsigned(block.deletedDeals);
  for (const texts of [block.stageIds, block.ownerIds, block.dealIds]) writeTexts(writer, texts);
  const deals = dealsOf(block);
  writeDeals(writer, deals);
  writeOwnerChanges(writer, block.owners, deals.firstEntries);
  writeVisits(writer, block);
  writeAmounts(writer, block.amounts, deals.firstEntries);
  writeCloseDates(writer, block.closeDates, deals.firstEntries);
  writeFacts(writer, block.facts);
  const sum = checksum(writer.bytes());
  for (let shift = 0; shift < 32; shift += 8) writer.byte((sum >>> shift) & 255);
  return writer.bytes();
}
