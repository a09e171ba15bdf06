import type { TablePaginatedProps } from '@hubspot/ui-extensions';
import { useState } from 'react';

type PaginationProps = Pick<
  TablePaginatedProps,
  'pageCount' | 'page' | 'onPageChange' | 'maxVisiblePageButtons' | 'showButtonLabels' | 'showFirstLastButtons'
>;

export function Pagination({
  pageCount,
  page,
  onPageChange,
  maxVisiblePageButtons = 5,
  showButtonLabels = true,
  showFirstLastButtons = false,
}: PaginationProps) {
  const [pageHere, setPageHere] = useState(1);
  const current = page ?? pageHere;
  const goTo = (wanted: number) => {
    setPageHere(wanted);
    onPageChange(wanted);
  };
  const first = Math.max(
    1,
    Math.min(current - Math.floor(maxVisiblePageButtons / 2), pageCount - maxVisiblePageButtons + 1),
  );
  const shown = Array.from({ length: Math.min(maxVisiblePageButtons, pageCount) }, (_, index) => first + index);
  const isForward = (sign: string) => sign === '›' || sign === '»';
  const step = (label: string, sign: string, wanted: number) => (
    <button
      type="button"
      aria-label={label}
      disabled={wanted < 1 || wanted > pageCount || wanted === current}
      onClick={() => goTo(wanted)}
    >
      {isForward(sign) && showButtonLabels && `${label} `}
      <span aria-hidden="true">{sign}</span>
      {!isForward(sign) && showButtonLabels && ` ${label}`}
    </button>
  );
  return (
    <nav className="pagination" aria-label="Pages of the table">
      {showFirstLastButtons && step('First', '«', 1)}
      {step('Prev', '‹', current - 1)}
      {shown.map((number) => (
        <button
          key={number}
          type="button"
          {...(number === current && { 'aria-current': 'page' })}
          onClick={() => goTo(number)}
        >
          {number}
        </button>
      ))}
      {step('Next', '›', current + 1)}
      {showFirstLastButtons && step('Last', '»', pageCount)}
    </nav>
  );
}
