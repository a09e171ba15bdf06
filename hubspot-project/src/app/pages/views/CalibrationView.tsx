import { type CalibrationRecord, type CalibrationReport, parseCalibrationReport } from '@deal-stage-insights/shared';
import { useFormats, Small } from '@deal-stage-insights/ui';
import { EmptyState, Flex, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { recordToShow } from '../figures/calibration.ts';
import { useCalibrationMessages } from '../messages/calibration.ts';
import { AgainstTable, ReliabilityTable, StagesTable } from './calibration/CalibrationTables.tsx';
import { ReliabilityChart } from './calibration/ReliabilityChart.tsx';
import { Strong } from '../components/Strong.tsx';

/** How good the chances were that this app gave, once it was known what came. */
export function CalibrationView() {
  return (
    <ReportScreen viewId="calibration" parse={parseCalibrationReport}>
      {(report) => <Calibration report={report} />}
    </ReportScreen>
  );
}

function Calibration({ report }: { readonly report: CalibrationReport }) {
  const messages = useCalibrationMessages();
  const { horizonDays, promotion } = report;
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
          <Flex direction="column" gap="xs">
            <Strong>{messages.said(record.scores.meanForecast, record.scores.won)}</Strong>
            <Small>{evidenceOf(record, shown, messages)}</Small>
          </Flex>
          <Scores scores={record.scores} />
          <Tile>
            <ReliabilityChart points={record.reliability} horizonDays={horizonDays} />
          </Tile>
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
      <StatisticsItem label={words.error} number={percent(scores.expectedCalibrationError)}>
        <Small>{words.errorNote}</Small>
      </StatisticsItem>
      <StatisticsItem label={words.brier} number={score(scores.brier)}>
        <Small>{words.brierNote}</Small>
      </StatisticsItem>
      {scores.areaUnderCurve !== null && (
        <StatisticsItem label={words.ranking} number={percent(scores.areaUnderCurve)}>
          <Small>{words.rankingNote}</Small>
        </StatisticsItem>
      )}
    </Statistics>
  );
}
