interface CopiedColumn<Row> {
  readonly title: string;
  readonly sortBy?: (row: Row) => number | string | null;
  readonly copied?: (row: Row) => string | number | null;
}

/** All rows as text with tabs between cells: what spreadsheets paste. A cell never breaks out of its place. */
export function tableText<Row>(columns: readonly CopiedColumn<Row>[], rows: readonly Row[]): string {
  const header = columns.map(({ title }) => cellText(title));
  const lines = rows.map((row) => columns.map(({ copied, sortBy }) => cellText((copied ?? sortBy)?.(row) ?? '')));
  return [header, ...lines].map((cells) => cells.join('\t')).join('\n');
}

/** A text that begins like a formula would be run by the spreadsheet: an apostrophe keeps it a text. */
function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const flat = value.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
