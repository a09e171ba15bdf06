import {
  buildPipelineModel,
  type PipelineModel,
  type PipelineView,
  type Stamp,
  type StagesReport,
  stagesReport,
  type VisitBlock,
} from '@deal-stage-insights/shared';

/** What is stored of each pipeline: the model that cards are scored with, and the stage report. */
export const REPORT_NAMES = ['model', 'stages'] as const;

const HORIZON_DAYS = 30; // "Won within a month": a fixed horizon, because the end of a quarter makes every chance fall.
const SEED = 1; // Intervals are drawn at random; the same inputs must give the same bytes.

export interface ReportInputs {
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  readonly stamp: Stamp;
}

/** A pure function of its inputs: equal ones give equal reports, byte for byte. */
export function makeReports({ table, pipeline, stamp }: ReportInputs): { model: PipelineModel; stages: StagesReport } {
  const { asOf, position } = stamp;
  const model = buildPipelineModel({ table, pipeline, asOf, position, horizonDays: HORIZON_DAYS, seed: SEED });
  return { model, stages: stagesReport({ model, pipeline, deletedDeals: table.deletedDeals, stamp }) };
}
