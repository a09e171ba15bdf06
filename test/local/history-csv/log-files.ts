import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Writes a CSV file of these lines into a folder of its own; a name that ends in .gz is compressed. */
export function csvFile(lines: readonly string[], name = 'history.csv'): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'log-')), name);
  const text = `${lines.join('\n')}\n`;
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
  return file;
}

export const HISTORY_HEADER = 'deal_id,seq,at,from_stage,to_stage,resource';
