import { DealLink } from './DealLink.tsx';
import type { FigureColumn } from './FigureTable.tsx';

/** What the row of a deal tells of it. */
interface NamedDeal {
  readonly dealId: string;
  readonly name: string | null;
}

/** The way to the record of a deal. */
export const dealColumn = <Row extends NamedDeal>(title: string): FigureColumn<Row> => ({
  title,
  sortBy: ({ dealId, name }) => name ?? dealId,
  cell: ({ dealId, name }) => <DealLink dealId={dealId} name={name} />,
});

/** A text, that sorts as it reads unless an order of its own is given. */
export const textColumn = <Row,>(
  title: string,
  of: (row: Row) => string,
  sortBy: (row: Row) => number | string | null = of,
): FigureColumn<Row> => ({ title, sortBy, copied: of, cell: of });
