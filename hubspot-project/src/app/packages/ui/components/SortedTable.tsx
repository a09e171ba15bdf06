import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { type Order, type SortColumn, sortRows } from '../figures/sort-rows.ts';

export interface TableColumn<Row> extends SortColumn<Row> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly cell: (row: Row) => ReactNode;
}

interface SortedTableProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly firstOrder?: Order;
  readonly rowsAPage?: number;
}

/** A table that sorts by the columns that can and shows one page of its rows at a time. */
export function SortedTable<Row>({ columns, rows, rowKey, firstOrder, rowsAPage = 10 }: SortedTableProps<Row>) {
  const [order, setOrder] = useState<Order | null>(firstOrder ?? null);
  const [page, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const shownPage = Math.min(page, pageCount); // Fewer rows may have come since.
  const shown = sortRows(rows, columns, order).slice((shownPage - 1) * rowsAPage, shownPage * rowsAPage);
  const paging = pageCount > 1 ? ({ paginated: true, pageCount, page: shownPage, onPageChange: setPage } as const) : {};
  const changeOrder = (columnId: string, direction: string) => {
    setOrder({ columnId, direction: direction === 'descending' ? 'descending' : 'ascending' });
    setPage(1);
  };
  return (
    <Table density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          {columns.map(({ id, title, align = 'left', sortBy }) =>
            sortBy === undefined ? (
              <TableHeader key={id} align={align}>
                {title}
              </TableHeader>
            ) : (
              <TableHeader
                key={id}
                align={align}
                sortDirection={order?.columnId === id ? order.direction : 'none'}
                onSortChange={(direction) => changeOrder(id, direction)}
              >
                {title}
              </TableHeader>
            ),
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {shown.map((row) => (
          <TableRow key={rowKey(row)}>
            {columns.map(({ id, align = 'left', cell }) => (
              <TableCell key={id} align={align}>
                {cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
