import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { StoredItem } from '../aws/insights-table.ts';
import { OperateError } from '../operate-error.ts';

export interface Export {
  readonly file: string;
  readonly pages: AsyncIterable<readonly StoredItem[]>;
  readonly onItems: (items: number) => void;
}

/**
 * Writes every item as one line of DynamoDB's own JSON, gzipped: the form that DynamoDB imports again from S3.
 * The file is read back and counted before the number of items is answered.
 */
export async function exportTable({ file, pages, onItems }: Export): Promise<number> {
  let written = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const items of pages) {
      for (const item of items) yield `${JSON.stringify({ Item: item }, base64Binary)}\n`;
      written += items.length;
      onItems(written);
    }
  }
  // `wx`: a file of an earlier export is never written over.
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  const found = await countLines(file);
  if (found !== written)
    throw new OperateError(
      `${file} holds ${found} of ${written} items.`,
      'Check the free space on the disk and run this again: nothing was removed.',
    );
  return found;
}

/** The table stores compressed blocks as binary; DynamoDB's JSON writes those in base64. */
function base64Binary(this: unknown, name: string, value: unknown): unknown {
  if (name === 'B' && value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value;
}

async function countLines(file: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  let count = 0;
  for await (const line of lines) if (line.startsWith('{"Item":') && line.endsWith('}')) count += 1;
  return count;
}
