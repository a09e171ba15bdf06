import { tableLines } from '../terminal/table.ts';

const SEPARATOR = /^\|[\s|:-]+$/;

/** The first table of the page of costs, with the line above that says what its figures are. */
export function costLines(page: string): readonly string[] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  if (start === -1) return ['everything is billed by use, nothing by the hour'];
  const heading = lines.slice(0, start).findLast((line) => line.trim() !== '') ?? '';
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  const rows = rest
    .slice(0, end === -1 ? undefined : end)
    .filter((line) => !SEPARATOR.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return [heading, ...tableLines(rows)];
}
