import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { CsvError as ParserError, parse } from 'csv-parse';
import * as z from 'zod';
import { CsvError } from './csv-error.ts';

/** One row with its place in the file, so that every fault can be shown. */
export interface CsvRow {
  readonly line: number;
  readonly columns: readonly string[];
  /** The text of a column; empty when the file has no such column. */
  text(column: string): string;
  /** Throws the error that names this row. */
  refuse(column: string, fault: string): never;
}

const recordSchema = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

/** Reads a CSV file, plain or gzip, row by row. The header must hold the required columns; others may follow in any order. */
export async function* csvRows(file: string, required: readonly string[]): AsyncGenerator<CsvRow> {
  const name = path.basename(file);
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, relax_column_count: false });
  const gzip = await isGzip(file);
  const bytes = createReadStream(file);
  const source = gzip ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => parser.destroy(error));
  source.on('error', (error: Error) => parser.destroy(error));
  source.pipe(parser);

  let positions: ReadonlyMap<string, number> | null = null;
  let line = 1;
  try {
    for await (const parsed of parser) {
      const { info, record } = recordSchema.parse(parsed);
      line = info.lines;
      if (positions === null) positions = header(record, required, name);
      else yield row(record, positions, { file: name, line });
    }
  } catch (error) {
    throw explain(error, name, line);
  }
  if (positions === null)
    throw new CsvError({ file: name, line: 1 }, 'the file is empty; it must begin with a line of column names');
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function header(record: readonly string[], required: readonly string[], file: string): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, raw] of record.entries()) {
    const column = raw.trim();
    if (positions.has(column)) throw new CsvError({ file, line: 1, column }, 'the column appears twice');
    positions.set(column, index);
  }
  for (const column of required) {
    if (!positions.has(column)) {
      throw new CsvError({ file, line: 1, column }, `the column is missing; the file has ${record.join(', ')}`);
    }
  }
  return positions;
}

function row(
  record: readonly string[],
  positions: ReadonlyMap<string, number>,
  place: { file: string; line: number },
): CsvRow {
  return {
    line: place.line,
    columns: [...positions.keys()],
    text: (column) => (record[positions.get(column) ?? -1] ?? '').trim(),
    refuse: (column, fault) => {
      throw new CsvError({ ...place, column }, fault);
    },
  };
}

function explain(error: unknown, file: string, line: number): unknown {
  if (error instanceof CsvError || !(error instanceof Error)) return error;
  if (error instanceof ParserError) {
    return new CsvError(
      { file, line: typeof error['lines'] === 'number' ? error['lines'] : line },
      `this is not a CSV row (${error.message})`,
    );
  }
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')) {
    return new CsvError({ file, line }, 'the gzip file is damaged from here on');
  }
  return error;
}
