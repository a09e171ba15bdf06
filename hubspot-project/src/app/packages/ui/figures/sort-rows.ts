export interface SortColumn<Row> {
  /** A column is known by its title. */
  readonly title: string;
  /** Null: no figure. Such rows come last in both directions. */
  readonly sortBy?: (row: Row) => number | string | null;
}

export interface Order {
  /** Its title. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Rows in a new order; equal rows keep theirs. Texts are compared as the reader's language does. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly SortColumn<Row>[], order: Order | null) {
  const key = columns.find(({ title }) => title === order?.column)?.sortBy;
  if (key === undefined || order === null) return rows;
  const sign = order.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => compare(key(one), key(other), sign));
}

function compare(one: number | string | null, other: number | string | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * String(one).localeCompare(String(other));
}
