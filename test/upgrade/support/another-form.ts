import { checksum } from '../../../shared/src/history/block-format/checksum.ts';
import { BLOCK_MAGIC } from '../../../shared/src/history/block-format/encode-visit-block.ts';

/** The block as if it were of format 99, with its checksum. */
export function inAnotherForm(block: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(block);
  bytes[BLOCK_MAGIC.length] = 99;
  new DataView(bytes.buffer).setUint32(bytes.length - 4, checksum(bytes.subarray(0, -4)), true);
  return bytes;
}
