import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../../hubspot-project/src/app/packages/ui/figures/sort-rows.ts';

interface Row {
  readonly name: string;
  readonly days: number | null;
}
const rows: readonly Row[] = [
  { name: 'Zoë', days: 9 },
  { name: 'none', days: null },
  { name: 'Éva', days: 10 },
  { name: 'Ada', days: 9 },
];
const columns = [
  { title: 'name', sortBy: (row: Row) => row.name },
  { title: 'days', sortBy: (row: Row) => row.days },
];
const names = (column: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, columns, { column, direction }).map(({ name }) => name);

describe('sortRows', () => {
  it('sorts numbers as numbers, keeps the order of equals, and puts rows without a figure last both ways', () => {
    expect(names('days', 'ascending')).toEqual(['Zoë', 'Ada', 'Éva', 'none']);
    expect(names('days', 'descending')).toEqual(['Éva', 'Zoë', 'Ada', 'none']);
  });

  it('puts letters with accents where a reader looks for them', () => {
    expect(names('name', 'ascending')).toEqual(['Ada', 'Éva', 'none', 'Zoë']);
  });
});
