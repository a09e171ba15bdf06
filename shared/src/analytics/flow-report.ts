import type { FlowFigures, FlowReport } from '../contract/flow-report.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { flow, type StageFlow } from './flow.ts';
import { daysOnly, reportHead } from './report-head.ts';
import type { CalendarPeriod, ReportQuestion } from './report-question.ts';

/**
 * How do deals flow through the stages: what came in, what left and what lay there, in the period, in the one before it,
 * and week by week; and does work pile up? Definitions: `flow`.
 * @example flowReport(question).stages[0]?.drift.verdict // 'filling'
 */
export function flowReport(question: ReportQuestion): FlowReport {
  const { table, pipeline, calendar, stamp } = question;
  const { asOf } = stamp;
  const index = pipelineIndex([pipeline]);
  const compared = flow({ table, pipeline, periods: [calendar.previous, calendar.period], asOf });
  const weekly = flow({ table, pipeline, periods: calendar.weeks, asOf });
  return {
    ...reportHead(question),
    stages: compared.map(({ stageId, periods }, place) => {
      const { verdict, perPeriod } = weekly[place]?.drift ?? UNKNOWN_DRIFT;
      return {
        stage: stageView(index, stageId),
        now: figures(calendar.period, periods[1]),
        before: figures(calendar.previous, periods[0]),
        weeks: calendar.weeks.map((week, at) => figures(week, weekly[place]?.periods[at])),
        drift: { verdict, perWeek: perPeriod },
      };
    }),
  };
}

const UNKNOWN_DRIFT = { verdict: 'insufficient', perPeriod: { kind: 'insufficient', n: 0, needed: 1 } } as const;

function figures(days: CalendarPeriod, found: StageFlow | undefined): FlowFigures {
  if (found === undefined) throw new RangeError('A stage without the figures of a period that was asked for.');
  const { period: _period, ...rest } = found;
  return { ...daysOnly(days), ...rest };
}
