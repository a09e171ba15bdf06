type Row = Readonly<Record<string, unknown>>;

/** What every report begins with: the same in each row, and so in none. */
const HEAD = new Set(['asOf', 'position', 'modelVersion', 'pipelineId', 'label', 'currency', 'timeZone', 'filters']);

/**
 * The tables of a report: each list of rows under its name, and all that stands once as `figures`, one row; as `report`, where
 * `figures` is the name of a list.
 */
export function tablesOf(report: Row): ReadonlyMap<string, readonly Row[]> {
  const own = Object.entries(report).filter(([name]) => !HEAD.has(name));
  const lists = own.flatMap(([name, value]): [string, readonly Row[]][] => (isRows(value) ? [[name, value]] : []));
  const rest = own.filter(([, value]) => !isRows(value));
  const once = lists.some(([name]) => name === 'figures') ? 'report' : 'figures';
  return new Map([...lists, [once, [Object.fromEntries(rest)]]]);
}

/**
 * Rows as RFC 4180, with a byte order mark for Excel. Columns are named by their path in the answer of the API, such as
 * `now.exits.won`; numbers are written as JSON has them, so that they are those of the API to the last digit. A list inside a
 * row is written as JSON. Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvOf(rows: readonly Row[]): string {
  const flat = rows.map((row) => flattened(row));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const lines = [columns.map(textCell), ...flat.map((row) => columns.map((column) => cellOf(row.get(column))))];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function flattened(row: Row, path = ''): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    const own = path === '' ? name : `${path}.${name}`;
    if (isRow(value)) for (const [inner, cell] of flattened(value, own)) cells.set(inner, cell);
    else cells.set(own, value);
  }
  return cells;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return textCell(typeof value === 'string' ? value : JSON.stringify(value));
}

function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.every(isRow);
