import { finish } from '../digest.ts';

/** 32 bits that differ when one byte of a block was changed, lost or added. */
export function checksum(bytes: Uint8Array): number {
  let sum = bytes.length;
  for (let place = 0; place < bytes.length; place += 1) sum = Math.imul(sum ^ (bytes[place] ?? 0), 0x01000193);
  return finish(sum) >>> 0;
}
