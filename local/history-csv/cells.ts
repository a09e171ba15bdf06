import type { EpochMs } from '@deal-stage-insights/shared';
import type { CsvRow } from './csv-rows.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

export function instantOf(row: CsvRow, column: string): EpochMs {
  const text = row.text(column);
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse turns 31 February into 3 March: the day must come back as it was written.
  if (Number.isNaN(at) || !isRealDay(text)) {
    row.refuse(column, `"${text}" is not an instant; write it as 2026-01-31T09:30:00.000Z`);
  }
  return at;
}

function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
}

/** Null when the cell is empty. */
export function amountOf(row: CsvRow, column: string): number | null {
  const text = row.text(column);
  if (text === '') return null;
  if (!/^-?\d+(\.\d+)?$/.test(text)) row.refuse(column, `"${text}" is not an amount; write it as 1234.50`);
  return Number(text);
}

export function nameOf(row: CsvRow, column: string): string {
  const text = row.text(column);
  if (text === '') row.refuse(column, 'the cell is empty');
  return text;
}
