import type { CalibrationRecord, CalibrationReport } from '@deal-stage-insights/shared';
import { ChartTile, Column, Figure, Small, useFormats } from '@deal-stage-insights/ui';
import { EmptyState, Statistics, Text } from '@hubspot/ui-extensions';
import { recordToShow, reliabilityBars } from '../figures/calibration.ts';
import { useCalibrationMessages } from '../messages/calibration.ts';
import { AgainstTable, ReliabilityTable, StagesTable } from './calibration/CalibrationTables.tsx';
import { Strong } from '../components/Strong.tsx';

/** How good the chances were that this app gave, once it was known what came. */
export function CalibrationView({ report }: { readonly report: CalibrationReport }) {
  const messages = useCalibrationMessages();
  const { horizonDays, promotion } = report;
  const { reliability } = messages;
  const { names } = reliability;
  const shown = recordToShow(report.frozen, report.backtest);
  const record = shown === null ? null : report[shown];
  return (
    <>
      <Text>{messages.promotion[promotion.shows][promotion.reason]}</Text>
      {shown === null || record === null || record.scores === null ? (
        <EmptyState title={messages.none} layout="vertical">
          <Text>{messages.noneBody(horizonDays)}</Text>
        </EmptyState>
      ) : (
        <>
          <Column gap="xs">
            <Strong>{messages.said(record.scores.meanForecast, record.scores.won)}</Strong>
            <Small>{evidenceOf(record, shown, messages)}</Small>
          </Column>
          <Scores scores={record.scores} />
          <ChartTile
            title={reliability.title(horizonDays)}
            x={reliability.group}
            y={reliability.axis}
            points={reliabilityBars(record.reliability).map(({ place, kind, percent }) => ({
              x: String(place),
              y: percent,
              group: names[kind],
            }))}
            colors={{ [names.said]: 'aqua', [names.seen]: 'darkBlue' }}
          />
          <ReliabilityTable points={record.reliability} />
          <AgainstTable scores={record.scores} />
          <StagesTable stages={record.stages} />
        </>
      )}
    </>
  );
}

function evidenceOf(
  { forecasts, deals, notDue, withoutChance }: CalibrationRecord,
  shown: 'frozen' | 'backtest',
  messages: ReturnType<typeof useCalibrationMessages>,
): string {
  const parts = [
    messages.records[shown](forecasts, deals),
    ...(notDue > 0 ? [messages.notDue(notDue)] : []),
    ...(withoutChance > 0 ? [messages.withoutChance(withoutChance)] : []),
  ];
  return parts.join(' ');
}

function Scores({ scores }: { readonly scores: NonNullable<CalibrationReport['frozen']['scores']> }) {
  const { scores: words } = useCalibrationMessages();
  const { percent, score } = useFormats();
  return (
    <Statistics>
      <Figure label={words.error} number={percent(scores.expectedCalibrationError)} note={words.errorNote} />
      <Figure label={words.brier} number={score(scores.brier)} note={words.brierNote} />
      {scores.areaUnderCurve !== null && (
        <Figure label={words.ranking} number={percent(scores.areaUnderCurve)} note={words.rankingNote} />
      )}
    </Statistics>
  );
}
