import type { PipelineView, Stamp, VisitBlock } from '@deal-stage-insights/shared';

/** What is stored of each pipeline: the model that cards are scored with, and the stage report. */
export const REPORT_NAMES = ['model', 'stages'] as const;

export const MODEL_VERSION = '0';

export interface ReportInputs {
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  readonly stamp: Stamp;
}

export function makeReports({
  pipeline,
  stamp,
}: ReportInputs): Readonly<Record<(typeof REPORT_NAMES)[number], object>> {
  const { pipelineId, label } = pipeline;
  return { model: { ...stamp, pipelineId }, stages: { ...stamp, pipelineId, label } };
}
