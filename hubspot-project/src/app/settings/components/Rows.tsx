import { Small } from '@deal-stage-insights/ui';
import { Button, Divider, Flex } from '@hubspot/ui-extensions';
import { Fragment, type ReactNode } from 'react';

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly none: string;
  readonly add: string;
  readonly removeLabel: (place: number) => string;
  readonly newRow: Row;
  /** More than these the backend does not take. */
  readonly most: number;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly children: (row: Row, place: number, replace: (row: Row) => void) => ReactNode;
  /** What stands under the fields of a row. */
  readonly below?: (row: Row) => ReactNode;
}

/** A list that an admin adds to and removes from; places count from 1 for readers. */
export function Rows<Row>({ rows, none, add, removeLabel, newRow, most, onChange, children, below }: RowsProps<Row>) {
  return (
    <>
      {rows.length === 0 && <Small>{none}</Small>}
      {rows.map((row, place) => (
        <Fragment key={place}>
          {place > 0 && <Divider />}
          <Flex gap="sm" align="start" wrap="wrap">
            {children(row, place, (changed) => onChange(rows.with(place, changed)))}
          </Flex>
          {below?.(row)}
          <Flex>
            <Button size="sm" variant="transparent" onClick={() => onChange(rows.toSpliced(place, 1))}>
              {removeLabel(place + 1)}
            </Button>
          </Flex>
        </Fragment>
      ))}
      <Flex>
        <Button size="sm" disabled={rows.length >= most} onClick={() => onChange([...rows, newRow])}>
          {add}
        </Button>
      </Flex>
    </>
  );
}
