import type { Column } from './columns.tsx';
import { DealsCount } from './DealsCount.tsx';
import type { FigureColumn } from './FigureTable.tsx';

interface DealsColumn<Row> extends Column<Row, number> {
  /** Where the deals are, and what their panel is called. */
  readonly place: (row: Row) => { readonly cell: string; readonly title: string };
}

/** A count that leads to what it counts. */
export const dealsColumn = <Row,>({ id, title, of, place }: DealsColumn<Row>): FigureColumn<Row> => ({
  id,
  title,
  align: 'right',
  sortBy: of,
  cell: (row) => <DealsCount {...place(row)} count={of(row)} />,
});
