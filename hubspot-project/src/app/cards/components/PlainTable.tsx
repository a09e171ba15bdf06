import { Table, TableBody, TableHead, TableHeader, type TableHeaderProps, TableRow } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

interface PlainTableProps<Row> {
  readonly heads: readonly { readonly title: string; readonly props?: Pick<TableHeaderProps, 'width' | 'align'> }[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The cells of one row. */
  readonly children: (row: Row) => ReactNode;
}

/** A table without lines around it, as it stands in a card. */
export function PlainTable<Row>({ heads, rows, rowKey, children }: PlainTableProps<Row>) {
  return (
    <Table density="condensed" bordered={false} flush={true}>
      <TableHead>
        <TableRow>
          {heads.map(({ title, props }) => (
            <TableHeader key={title} {...props}>
              {title}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={rowKey(row)}>{children(row)}</TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
