import {
  type ActionsReport,
  type DealInsights,
  type ForecastReport,
  parseActionsReport,
  parseForecastReport,
  parseStagesReport,
  parseStalledReport,
  type StagesReport,
  type StalledReport,
} from '@deal-stage-insights/shared';
import { type Answer, askApi, pathOf } from '@deal-stage-insights/ui';
import { askInsights, type Question } from '../insights-api.ts';

/** A deal, and the reports of its pipeline as far as they are open to the reader and were answered. */
export interface Glance {
  readonly insights: DealInsights;
  /** Null for a rep: the figures of the whole pipeline are for those who lead. */
  readonly pipeline: PipelineGlance | null;
}

export interface PipelineGlance {
  /** Null: not made yet, or it could not be had. */
  readonly stages: StagesReport | null;
  readonly forecast: ForecastReport | null;
  readonly stalled: StalledReport | null;
  readonly actions: ActionsReport | null;
}

const NOT_ASKED: Answer<never> = { kind: 'unknown' };

/** Asks for the deal first: which pipeline it is in is known there best. */
export async function askGlance(apiBaseUrl: unknown, question: Question | null): Promise<Answer<Glance>> {
  if (question === null) return NOT_ASKED;
  const insights = await askInsights(apiBaseUrl, question);
  if (insights.kind !== 'data') return insights;
  const { pipelineId } = insights.data;
  const ask = <T>(report: string, parse: (input: unknown) => T) =>
    askApi(apiBaseUrl, { path: `${pathOf`/v1/pipelines/${pipelineId}/`}${report}`, parse });
  const [stages, forecast, stalled, actions] = await Promise.all([
    ask('stages', parseStagesReport),
    ask('forecast', parseForecastReport),
    ask('stalled', parseStalledReport),
    ask('actions', parseActionsReport),
  ]);
  const isRefused = forecast.kind === 'refused' || stalled.kind === 'refused';
  const pipeline: PipelineGlance = {
    stages: dataOf(stages),
    forecast: dataOf(forecast),
    stalled: dataOf(stalled),
    actions: dataOf(actions),
  };
  return { kind: 'data', data: { insights: insights.data, pipeline: isRefused ? null : pipeline } };
}

const dataOf = <T>(answer: Answer<T>): T | null => (answer.kind === 'data' ? answer.data : null);
