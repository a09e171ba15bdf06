import type {
  DwellQuantile,
  FilteredEstimate,
  Insufficient,
  RevenueRange,
  StageView,
} from '@deal-stage-insights/shared';
import { Small, useFormats } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { estimateValue } from '../figures/estimate-value.ts';
import { isInsufficient } from '../figures/forecast.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { DealsCount } from './DealsCount.tsx';
import { EstimateCell, type Verdict } from './EstimateCell.tsx';
import type { FigureColumn } from './FigureTable.tsx';
import { textColumn } from './plain-columns.tsx';
import { RangeCell } from './RangeCell.tsx';

type Of<Row, Value> = (row: Row) => Value;
type Format = (value: number) => string;

/** The kinds of columns that tables are made of, in the reader's language. Amounts are in the currency that is given. */
export function useColumns<Row>(currency = '') {
  const { count, money } = useFormats();
  const { common } = useFrameMessages();
  const scopes: Readonly<Record<string, string>> = common.mostlyOf;

  /** A text whose order says nothing: it copies as it reads, and does not sort. */
  const label = (title: string, of: Of<Row, string>): FigureColumn<Row> => ({ title, copied: of, cell: of });

  /** The name of a stage, in display order. */
  const stage = (of: Of<Row, StageView>): FigureColumn<Row> =>
    textColumn(
      common.stage,
      (row) => of(row).label,
      (row) => of(row).displayOrder,
    );

  /** A number that was counted or summed, with a line below where there is more to say; null: there is none. */
  const number = (
    title: string,
    of: Of<Row, number | null>,
    format: Format = count,
    note: Of<Row, string | null> = () => null,
  ): FigureColumn<Row> => ({
    title,
    align: 'right',
    sortBy: of,
    cell: (row) => {
      const [value, below] = [of(row), note(row)];
      return (
        <>
          <Text>{value === null ? '–' : format(value)}</Text>
          {below !== null && <Small>{below}</Small>}
        </>
      );
    },
  });

  const amount = (of: Of<Row, number | null>, title = common.amount, note?: Of<Row, string | null>) =>
    number(title, of, (value) => money(value, currency), note);

  /** An amount that is not known yet. */
  const range = (title: string, of: Of<Row, RevenueRange | Insufficient>): FigureColumn<Row> => ({
    title,
    align: 'right',
    sortBy: (row) => {
      const said = of(row);
      return isInsufficient(said) ? null : said.p50;
    },
    cell: (row) => <RangeCell range={of(row)} currency={currency} />,
  });

  /** An estimate with its interval and its cases, and what it says in a word; null: there is none. */
  const estimate = (
    title: string,
    of: Of<Row, DwellQuantile | FilteredEstimate | null>,
    format: Format,
    note: Of<Row, string | null> = () => null,
    verdict: Of<Row, Verdict> = () => null,
  ): FigureColumn<Row> => ({
    title,
    align: 'right',
    sortBy: (row) => {
      const figure = of(row);
      return figure && estimateValue(figure);
    },
    cell: (row) => {
      const figure = of(row);
      if (figure === null) return '–';
      return <EstimateCell estimate={figure} format={format} note={note(row)} verdict={verdict(row)} />;
    },
  });

  /** An estimate of few deals, drawn towards more of them, with whose deals it mostly rests on; null: an older API. */
  const drawn = (title: string, of: Of<Row, FilteredEstimate | null>, format: Format) =>
    estimate(title, of, format, (row) => {
      const figure = of(row);
      return (figure?.kind === 'estimate' && scopes[figure.from]) || null;
    });

  /** A count that leads to what it counts: where the deals are, and what their panel is called. */
  const deals = (
    title: string,
    of: Of<Row, number>,
    place: Of<Row, { readonly cell: string; readonly title: string }>,
  ): FigureColumn<Row> => ({
    title,
    align: 'right',
    sortBy: of,
    cell: (row) => <DealsCount {...place(row)} count={of(row)} />,
  });

  /** The same without an order to choose: it would be one of merit. */
  const unsorted = ({ sortBy, ...column }: FigureColumn<Row>): FigureColumn<Row> => ({
    ...column,
    ...(sortBy && { copied: sortBy }),
  });

  return { text: textColumn<Row>, label, stage, number, amount, range, estimate, drawn, deals, unsorted };
}
