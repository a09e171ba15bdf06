import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const decompressBrotli = promisify(brotliDecompress);

const QUALITY = 5;

/** Compresses what is stored as bytes. */
export function compress(bytes: Uint8Array): Promise<Uint8Array> {
  return compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

export function decompress(bytes: Uint8Array): Promise<Uint8Array> {
  return decompressBrotli(bytes);
}
