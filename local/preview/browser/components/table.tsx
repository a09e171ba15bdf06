import type { TableCellProps, TableElementProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';
import { Pagination } from './pagination.tsx';
import { classes } from './sizes.ts';

export function Table(props: TableProps) {
  const { bordered = true, flush = false, density = 'default', children } = props;
  return (
    <div className={classes('table-box', !flush && 'table-spaced')}>
      {/* A wide table scrolls by itself, so it must be reachable by keyboard. */}
      <div className="table-scroll" tabIndex={0} role="group" aria-label="Table">
        <table className={classes('table', `table-${density}`, bordered && 'table-bordered')}>{children}</table>
      </div>
      {props.paginated === true && <Pagination {...props} />}
    </div>
  );
}

export const TableHead = ({ children }: TableElementProps) => <thead>{children}</thead>;
export const TableBody = ({ children }: TableElementProps) => <tbody>{children}</tbody>;
export const TableFooter = ({ children }: TableElementProps) => <tfoot>{children}</tfoot>;
export const TableRow = ({ children }: TableElementProps) => <tr>{children}</tr>;

type CellLayout = Pick<TableCellProps, 'width' | 'align'>;

function cellStyle({ width = 'auto', align = 'left' }: CellLayout): CSSProperties {
  const style: CSSProperties = { textAlign: align };
  if (width === 'min') return { ...style, width: 1, whiteSpace: 'nowrap' };
  if (width === 'max') return { ...style, width: '100%' };
  // A width in pixels holds: on a narrow page the table scrolls, instead of breaking sentences into columns of words.
  return typeof width === 'number' ? { ...style, width, minWidth: width } : style;
}

export function TableCell({ colSpan, children, ...layout }: TableCellProps) {
  return (
    <td style={cellStyle(layout)} {...(colSpan !== undefined && { colSpan })}>
      {children}
    </td>
  );
}

const SORT_SIGNS = { ascending: '▲', descending: '▼', none: '↕' };

export function TableHeader(props: TableHeaderProps) {
  if ('onSortChange' in props) return <SortedHeader {...props} />;
  return (
    <th scope="col" style={cellStyle(props)}>
      {props.children}
    </th>
  );
}

function SortedHeader(props: Extract<TableHeaderProps, { onSortChange: unknown }>) {
  const { sortDirection, disabled = false, onSortChange, children } = props;
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" style={cellStyle(props)} aria-sort={sortDirection}>
      <button type="button" className="sort" disabled={disabled} onClick={() => onSortChange(next)}>
        {children} <span aria-hidden="true">{SORT_SIGNS[sortDirection]}</span>
      </button>
    </th>
  );
}
