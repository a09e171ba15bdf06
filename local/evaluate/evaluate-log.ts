import { type EpochMs, type PipelineView } from '@deal-stage-insights/shared';
import type { HistoryLog } from '../history-csv/portal-seed-from-log.ts';
import type { LogStage } from '../history-csv/log-stages.ts';
import { forecastAt, type PartForecast } from './forecast.ts';
import { type EvaluatedLog, modelAt, predict, type Prediction } from './predict.ts';
import { type Summary, summaryOf } from './summary.ts';
import { visitTableOfLog } from './visit-table-of-log.ts';

export interface Evaluation {
  readonly predictions: readonly Prediction[];
  readonly forecasts: readonly PartForecast[];
  readonly summary: Summary;
}

export interface EvaluationQuestion {
  readonly log: HistoryLog;
  readonly landmarks: readonly EpochMs[];
  readonly horizonDays: number;
  readonly onLandmark: (done: number) => void;
}

/** Predicts at each landmark from what was known then, and scores by what came after. */
export function evaluateLog({ log, landmarks, horizonDays, onLandmark }: EvaluationQuestion): Evaluation {
  const evaluated = evaluatedLog(log, horizonDays);
  const predictions: Prediction[] = [];
  const forecasts: PartForecast[] = [];
  for (const [index, landmark] of landmarks.entries()) {
    const model = modelAt(evaluated, landmark);
    const open = predict(evaluated, model);
    predictions.push(...open);
    if (log.deals.size > 0) forecasts.push(...forecastAt({ log: evaluated, deals: log.deals, model, open }));
    onLandmark(index + 1);
  }
  return { predictions, forecasts, summary: summaryOf(evaluated, landmarks, { predictions, forecasts }) };
}

function evaluatedLog({ histories, stages, label }: HistoryLog, horizonDays: number): EvaluatedLog {
  const roles = new Map(stages.map(({ stageId, role }) => [stageId, role]));
  const pipeline: PipelineView = { pipelineId: 'log', label, stages: stages.map(stageView) };
  const table = visitTableOfLog(
    histories,
    stages.map(({ stageId }) => stageId),
  );
  return { histories, table, pipeline, roleOf: (stageId) => roles.get(stageId) ?? 'open', horizonDays };
}

function stageView(
  { stageId, label, role, probability }: LogStage,
  displayOrder: number,
): PipelineView['stages'][number] {
  return { stageId, label, role, displayOrder, typedProbability: probability, isUnknown: false };
}
