import { type ForecastReport, parseForecastReport } from '@deal-stage-insights/shared';
import { useFormats, Small } from '@deal-stage-insights/ui';
import { LineChart, Statistics, StatisticsItem, Tile } from '@hubspot/ui-extensions';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { fanLines, isInsufficient } from '../figures/forecast.ts';
import { useForecastMessages } from '../messages/forecast.ts';
import { useReportPlace } from '../report-place.tsx';
import { PeriodsTable, TopDealsTable } from './forecast/ForecastTables.tsx';
import { WhatIf } from './forecast/WhatIf.tsx';
import { TrackRecord } from './forecast/TrackRecord.tsx';
import { Strong } from '../components/Strong.tsx';

/** What will be won by when, how sure that is, and how earlier forecasts fared. */
export function ForecastView() {
  return (
    <ReportScreen viewId="forecast" parse={parseForecastReport}>
      {(report) => <Forecast report={report} />}
    </ReportScreen>
  );
}

/** What-if is of the whole pipeline: beside filtered figures it would be taken for theirs. */
function Forecast({ report }: { readonly report: ForecastReport }) {
  const { query } = useReportPlace();
  return (
    <>
      <Headline report={report} />
      <DealsBehind deals={report.deals} />
      <Tile>
        <FanChart report={report} />
      </Tile>
      <PeriodsTable report={report} />
      <TopDealsTable report={report} />
      {Object.keys(query).length === 0 && <WhatIf report={report} />}
      <TrackRecord report={report} />
    </>
  );
}

function Headline({ report }: { readonly report: ForecastReport }) {
  const messages = useForecastMessages();
  const { money } = useFormats();
  const { next, currency, horizonDays } = report;
  const { total, weighted } = next;
  const text = (amount: number) => money(amount, currency);
  return (
    <>
      <Strong>
        {isInsufficient(total)
          ? messages.tooLittle
          : `${messages.next(horizonDays)}: ${messages.headline(text(total.p10), text(total.p90))}`}
      </Strong>
      <Statistics>
        <StatisticsItem label={messages.likely} number={isInsufficient(total) ? '–' : text(total.p50)} />
        <StatisticsItem label={messages.weightedMeasured} number={text(weighted.measured)} />
        <StatisticsItem label={messages.weightedTyped} number={text(weighted.typed)} />
      </Statistics>
    </>
  );
}

function DealsBehind({ deals }: Pick<ForecastReport, 'deals'>) {
  const messages = useForecastMessages();
  const parts = [
    messages.rests(deals.open),
    ...(deals.withoutAmount > 0 ? [messages.withoutAmount(deals.withoutAmount)] : []),
    ...(deals.notConverted > 0 ? [messages.notConverted(deals.notConverted)] : []),
    ...(deals.withoutChance > 0 ? [messages.withoutChance(deals.withoutChance)] : []),
  ];
  return <Small>{parts.join(' · ')}</Small>;
}

function FanChart({ report }: { readonly report: ForecastReport }) {
  const { fan } = useForecastMessages();
  const { shortDay } = useFormats();
  return (
    <LineChart
      data={fanLines(report.fan).map(({ day, line, thousands }) => ({
        day: shortDay(day),
        thousands,
        line: fan.lines[line],
      }))}
      axes={{
        x: { field: 'day', fieldType: 'category', label: fan.day },
        y: { field: 'thousands', fieldType: 'linear', label: fan.axis(report.currency) },
        options: {
          groupFieldByColor: 'line',
          colors: {
            [fan.lines.closed]: 'darkBlue',
            [fan.lines.low]: 'aqua',
            [fan.lines.middle]: 'orange',
            [fan.lines.high]: 'darkAqua',
          },
        },
      }}
      options={{ title: fan.title(report.currency), showLegend: true, showTooltips: true }}
    />
  );
}
