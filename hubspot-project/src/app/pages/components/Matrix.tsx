import type { Estimate } from '@deal-stage-insights/shared';
import { Column, useFormats } from '@deal-stage-insights/ui';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  type TagProps,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { DealsCount } from './DealsCount.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface MatrixProps<Row extends Named, Head extends Named> {
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly Head[];
  readonly rows: readonly Row[];
  /** Null: there is nothing at this crossing. */
  readonly children: (row: Row, column: Head) => ReactNode;
}

/** Rows against columns. A dot stands where there is nothing. */
export function Matrix<Row extends Named, Head extends Named>(props: MatrixProps<Row, Head>) {
  const { corner, columns, rows, children } = props;
  return (
    <Table bordered={true} density="compact">
      <TableHead>
        <TableRow>
          {[corner, ...columns.map(({ name }) => name)].map((title) => (
            <TableHeader key={title}>{title}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell>{row.name}</TableCell>
            {columns.map((column) => (
              <TableCell key={column.id}>{children(row, column) ?? '·'}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface CountedShareProps {
  readonly share: Estimate;
  readonly tone: NonNullable<TagProps['variant']>;
  readonly cell: string;
  readonly count: number;
  readonly title: string;
}

/** A share where enough is known, tinted by what it means, over the count that leads to the deals. */
export function CountedShare({ share, tone, ...behind }: CountedShareProps) {
  const { percent } = useFormats();
  return (
    <Column gap="flush" align="start">
      {share.kind === 'estimate' && <Tag variant={tone}>{percent(share.value)}</Tag>}
      <DealsCount {...behind} />
    </Column>
  );
}
