import { DAY_MS, type EpochMs, type PipelineModel, type PipelineView } from '@deal-stage-insights/shared';
import type { HistoryLog } from '../history-csv/portal-seed-from-log.ts';
import type { LogStage } from '../history-csv/log-stages.ts';
import { type FactChances, factChances, type FactsUse } from './facts/fact-chances.ts';
import type { LoggedActivity } from '../history-csv/logged-deal.ts';
import { backtestMondays, type Widening, wideningAt, widenTotal } from './backtest.ts';
import { forecastAt, type PartForecast } from './forecast.ts';
import { landmarkRows } from './outcomes.ts';
import { type EvaluatedLog, modelAt, predict, type Prediction } from './predict.ts';
import { type DueForecast, type Summary, summaryOf } from './summary.ts';
import { visitTableOfLog } from './visit-table-of-log.ts';

export interface Evaluation {
  readonly predictions: readonly Prediction[];
  readonly forecasts: readonly DueForecast[];
  readonly widenings: readonly Widening[];
  /** By landmark; empty for a log that tells no facts. */
  readonly facts: readonly FactsUse[];
  readonly summary: Summary;
}

export interface EvaluationQuestion {
  readonly log: HistoryLog;
  /** By deal, in order of time; null: the log brings none, and deals are told apart by stage and age alone. */
  readonly activities: ReadonlyMap<string, readonly LoggedActivity[]> | null;
  readonly landmarks: readonly EpochMs[];
  readonly horizonDays: number;
  readonly onLandmark: (done: number) => void;
}

/** Predicts at each landmark from what was known then, and scores by what came after. */
export function evaluateLog({ log, activities, landmarks, horizonDays, onLandmark }: EvaluationQuestion): Evaluation {
  const evaluated = evaluatedLog(log, horizonDays);
  const predictions: Prediction[] = [];
  const forecasts: DueForecast[] = [];
  const widenings: Widening[] = [];
  const facts: FactsUse[] = [];
  const modelOf = onceEach((landmark) => modelAt(evaluated, landmark));
  const forecastsOf = onceEach((landmark) => forecastsAt(evaluated, log.deals, modelOf(landmark)));
  for (const [index, landmark] of landmarks.entries()) {
    const model = modelOf(landmark);
    const byFacts = activities === null ? null : factsAt(evaluated, { log, activities, model });
    if (byFacts !== null) facts.push(byFacts.use);
    predictions.push(...predict(evaluated, model, byFacts?.of ?? null));
    const said = forecastsOf(landmark);
    if (said.some(({ part }) => part === 'total')) {
      const widening = wideningAt(landmark, backtestMondays(landmark, evaluated).flatMap(forecastsOf));
      widenings.push(widening);
      forecasts.push(...dueBy(evaluated, widenTotal(said, widening)));
    } else forecasts.push(...dueBy(evaluated, said));
    onLandmark(index + 1);
  }
  const results = { predictions, forecasts, widenings, facts };
  return { ...results, summary: summaryOf(evaluated, landmarks, results) };
}

function factsAt(
  { histories, roleOf, horizonDays }: EvaluatedLog,
  {
    log,
    activities,
    model,
  }: {
    readonly log: HistoryLog;
    readonly activities: ReadonlyMap<string, readonly LoggedActivity[]>;
    readonly model: PipelineModel;
  },
): FactChances {
  return factChances({ histories, deals: log.deals, activities, roleOf, horizonDays, model });
}

/** Backtests of one landmark serve the next. */
function onceEach<T>(of: (landmark: EpochMs) => T): (landmark: EpochMs) => T {
  const known = new Map<EpochMs, T>();
  return (landmark) => {
    const value = known.get(landmark) ?? of(landmark);
    known.set(landmark, value);
    return value;
  };
}

/** Forecasts as the model has them. */
function forecastsAt(log: EvaluatedLog, deals: HistoryLog['deals'], model: PipelineModel): readonly PartForecast[] {
  if (deals.size === 0) return [];
  const question = { landmark: model.asOf, horizonMs: log.horizonDays * DAY_MS, logEndsAt: log.table.newestChangeAt };
  return forecastAt({ log, deals, model, open: landmarkRows(log.histories, log.roleOf, question) });
}

/** What came is not known where the log ends before the horizon does. */
function dueBy({ horizonDays, table }: EvaluatedLog, forecasts: readonly PartForecast[]): readonly DueForecast[] {
  return forecasts.map((forecast) =>
    forecast.landmark + horizonDays * DAY_MS > table.newestChangeAt ? { ...forecast, actual: null } : forecast,
  );
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
