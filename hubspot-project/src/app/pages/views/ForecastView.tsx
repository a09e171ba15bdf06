import type { ForecastReport } from '@deal-stage-insights/shared';
import { ChartTile, estimateText, Figure, Small, useFormats, useWords } from '@deal-stage-insights/ui';
import { Statistics, Text } from '@hubspot/ui-extensions';
import { fanLines, isInsufficient } from '../figures/forecast.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useForecastMessages } from '../messages/forecast.ts';
import { useReportPlace } from '../report-place.tsx';
import { ForecastGroups } from './forecast/ForecastGroups.tsx';
import { PeriodsTable, TopDealsTable } from './forecast/ForecastTables.tsx';
import { WhatIf } from './forecast/WhatIf.tsx';
import { TrackRecord } from './forecast/TrackRecord.tsx';
import { Strong } from '../components/Strong.tsx';

/** What will be won by when, how sure that is, and how earlier forecasts fared. */
export function ForecastView({ report }: { readonly report: ForecastReport }) {
  // Groups and what-if are of the whole pipeline: beside filtered figures they would be taken for theirs.
  const isWhole = Object.keys(useReportPlace().query).length === 0;
  return (
    <>
      <ForecastHeadline report={report} />
      <DealsBehind deals={report.deals} />
      <FanChart report={report} />
      <QuarterEndRush rush={report.quarterEndRush} />
      <PeriodsTable report={report} />
      {isWhole && <ForecastGroups />}
      <TopDealsTable report={report} />
      {isWhole && <WhatIf report={report} />}
      <TrackRecord report={report} />
    </>
  );
}

/** What the next days will bring, in a sentence and three figures. */
export function ForecastHeadline({ report }: { readonly report: ForecastReport }) {
  const messages = useForecastMessages();
  const { money } = useFormats();
  const { next, currency, horizonDays } = report;
  const { total, weighted } = next;
  const text = (amount: number) => money(amount, currency);
  return (
    <>
      <Strong>
        {isInsufficient(total) ? messages.tooLittle : messages.headline(horizonDays, text(total.p10), text(total.p90))}
      </Strong>
      <Statistics>
        <Figure label={messages.likely} number={isInsufficient(total) ? '–' : text(total.p50)} />
        <Figure label={messages.weightedMeasured} number={text(weighted.measured)} />
        <Figure label={messages.weightedTyped} number={text(weighted.typed)} note={messages.due(weighted.dueDeals)} />
      </Statistics>
    </>
  );
}

function DealsBehind({ deals }: Pick<ForecastReport, 'deals'>) {
  const messages = useForecastMessages();
  const { counted } = useFrameMessages();
  const parts = [
    messages.rests(deals.open),
    ...(deals.withoutAmount > 0 ? [counted.withoutAmount(deals.withoutAmount)] : []),
    ...(deals.notConverted > 0 ? [counted.notConverted(deals.notConverted)] : []),
    ...(deals.withoutChance > 0 ? [messages.withoutChance(deals.withoutChance)] : []),
  ];
  return <Small>{parts.join(' · ')}</Small>;
}

function FanChart({ report }: { readonly report: ForecastReport }) {
  const { fan, closed } = useForecastMessages();
  const { common } = useFrameMessages();
  const { shortDay } = useFormats();
  const lines = { closed, ...fan.lines };
  return (
    <ChartTile
      title={fan.title(report.currency)}
      x={fan.day}
      y={common.thousand(report.currency)}
      points={fanLines(report.fan).map(({ day, line, thousands }) => ({
        x: shortDay(day),
        y: thousands,
        group: lines[line],
      }))}
      form="lines"
      colors={{
        [lines.closed]: 'darkBlue',
        [lines.low]: 'aqua',
        [lines.middle]: 'orange',
        [lines.high]: 'darkAqua',
      }}
    />
  );
}

function QuarterEndRush({ rush }: { readonly rush: ForecastReport['quarterEndRush'] }) {
  const messages = useForecastMessages();
  const { percent } = useFormats();
  const words = useWords();
  if (rush === null || rush.verdict === 'insufficient') return null;
  const { figure, evidence } = estimateText(rush.share, percent, words);
  return <Text>{messages.rush(rush.verdict === 'rush', figure, evidence, rush.even)}</Text>;
}
