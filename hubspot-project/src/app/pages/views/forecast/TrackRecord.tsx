import type { ForecastReport, TrackPoint } from '@deal-stage-insights/shared';
import { EstimateFigure, Figure, Section, Small, useFormats } from '@deal-stage-insights/ui';
import { Statistics, Tag, Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { recordToJudgeBy } from '../../figures/forecast.ts';
import { useForecastMessages } from '../../messages/forecast.ts';

/** How forecasts of the same length fared, of those whose time has passed. */
export function TrackRecord({ report }: { readonly report: ForecastReport }) {
  const { record: words } = useForecastMessages();
  const { percent, change } = useFormats();
  const { frozen, backtest } = report.trackRecord;
  const judgedBy = recordToJudgeBy(frozen, backtest);
  if (judgedBy === null) return <Text>{words.none}</Text>;
  const record = report.trackRecord[judgedBy];
  return (
    <Section title={words.title}>
      <Small>{words.by[judgedBy](record.forecasts, record.independent)}</Small>
      <Statistics>
        <EstimateFigure label={words.coverage} estimate={record.coverage} format={percent} />
        <Figure
          label={words.error}
          number={record.meanAbsoluteError === null ? '–' : percent(record.meanAbsoluteError)}
        />
        <Figure label={words.bias} number={record.bias === null ? '–' : change(record.bias)} />
      </Statistics>
      <Small>{words.coverageNote}</Small>
      <PointsTable points={record.points} currency={report.currency} />
    </Section>
  );
}

function PointsTable({ points, currency }: { readonly points: readonly TrackPoint[]; readonly currency: string }) {
  const { record: words } = useForecastMessages();
  const { calendarDay } = useFormats();
  const { text, amount, range } = useColumns<TrackPoint>(currency);
  const isInside = ({ said, came }: TrackPoint) => came >= said.p10 && came <= said.p90;
  const columns: readonly FigureColumn<TrackPoint>[] = [
    text(
      words.day,
      ({ day }) => calendarDay(day),
      ({ day }) => day,
    ),
    range(words.said, (row) => row.said),
    amount((row) => row.came, words.came),
    {
      title: words.coverage,
      sortBy: (point) => Number(isInside(point)),
      cell: (point) => (
        <Tag variant={isInside(point) ? 'success' : 'warning'}>{isInside(point) ? words.inside : words.outside}</Tag>
      ),
    },
  ];
  return <FigureTable columns={columns} rows={points.toReversed()} rowKey={({ day }) => day} />;
}
