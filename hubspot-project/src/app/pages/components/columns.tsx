import type { DwellQuantile, StageView } from '@deal-stage-insights/shared';
import { estimateValue } from '../figures/estimate-value.ts';
import { DealLink } from './DealLink.tsx';
import { EstimateCell } from './EstimateCell.tsx';
import type { FigureColumn } from './FigureTable.tsx';

export interface Column<Row, Value> {
  readonly id: string;
  readonly title: string;
  readonly of: (row: Row) => Value;
}

interface FormattedColumn<Row, Value> extends Column<Row, Value> {
  readonly format: (value: number) => string;
}

/** A text, that sorts as it reads unless an order of its own is given. */
export const textColumn = <Row,>({
  id,
  title,
  of,
  sortBy = of,
}: Column<Row, string> & Pick<FigureColumn<Row>, 'sortBy'>): FigureColumn<Row> => ({
  id,
  title,
  sortBy,
  copied: of,
  cell: of,
});

/** The name of a stage, in display order. */
export const stageColumn = <Row,>(title: string, of: (row: Row) => StageView): FigureColumn<Row> =>
  textColumn({ id: 'stage', title, of: (row) => of(row).label, sortBy: (row) => of(row).displayOrder });

/** A number that was counted or summed; null: there is none. */
export const numberColumn = <Row,>({
  id,
  title,
  of,
  format,
}: FormattedColumn<Row, number | null>): FigureColumn<Row> => ({
  id,
  title,
  align: 'right',
  sortBy: of,
  cell: (row) => {
    const value = of(row);
    return value === null ? '–' : format(value);
  },
});

/** An estimate with its interval and its cases. */
export const estimateColumn = <Row,>({
  id,
  title,
  of,
  format,
}: FormattedColumn<Row, DwellQuantile>): FigureColumn<Row> => ({
  id,
  title,
  sortBy: (row) => estimateValue(of(row)),
  cell: (row) => <EstimateCell estimate={of(row)} format={format} />,
});

interface NamedDeal {
  readonly dealId: string;
  readonly name: string | null;
}

/** The way to the record of a deal. */
export const dealColumn = <Row extends NamedDeal>(title: string): FigureColumn<Row> => ({
  id: 'deal',
  title,
  sortBy: ({ dealId, name }) => name ?? dealId,
  cell: ({ dealId, name }) => <DealLink dealId={dealId} name={name} />,
});
