import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { type Order, type SortColumn, sortRows } from '../figures/sort-rows.ts';

export interface TableColumn<Row> extends SortColumn<Row> {
  readonly align?: 'left' | 'right';
  /** Its cells are sentences: it gets the room of three other columns, and on a narrow screen the table scrolls. */
  readonly isText?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

const TEXT_WIDTH_PX = 260;
const FIGURE_WIDTH_PX = 88;

interface SortedTableProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowsAPage?: number;
}

/** A table that sorts by the columns that can and shows one page of its rows at a time. */
export function SortedTable<Row>({ columns, rows, rowKey, rowsAPage = 10 }: SortedTableProps<Row>) {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const shownPage = Math.min(page, pageCount); // Fewer rows may have come since.
  const shown = sortRows(rows, columns, order).slice((shownPage - 1) * rowsAPage, shownPage * rowsAPage);
  const paging = pageCount > 1 ? ({ paginated: true, pageCount, page: shownPage, onPageChange: setPage } as const) : {};
  const hasTexts = columns.some(({ isText }) => isText);
  const changeOrder = (column: string, direction: string) => {
    setOrder({ column, direction: direction === 'descending' ? 'descending' : 'ascending' });
    setPage(1);
  };
  return (
    <Table density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          {columns.map(({ title, align = 'left', isText = false, sortBy }) => {
            const width = isText ? TEXT_WIDTH_PX : FIGURE_WIDTH_PX;
            const header = { align, children: title, ...(hasTexts && { width }) };
            return sortBy === undefined ? (
              <TableHeader key={title} {...header} />
            ) : (
              <TableHeader
                key={title}
                {...header}
                sortDirection={order?.column === title ? order.direction : 'none'}
                onSortChange={(direction) => changeOrder(title, direction)}
              />
            );
          })}
        </TableRow>
      </TableHead>
      <TableBody>
        {shown.map((row) => (
          <TableRow key={rowKey(row)}>
            {columns.map(({ title, align = 'left', cell }) => (
              <TableCell key={title} align={align}>
                {cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
