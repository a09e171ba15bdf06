import type { PipelineView } from '../contract/pipelines.ts';
import type { StagesReport } from '../contract/stages-report.ts';
import type { Stamp } from '../contract/stamp.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';

export interface StagesQuestion {
  readonly model: PipelineModel;
  readonly pipeline: PipelineView;
  /** Deals of the pipeline that are deleted at HubSpot (`VisitBlock.deletedDeals`). */
  readonly deletedDeals: number;
  readonly stamp: Stamp;
}

/** The stage report of a pipeline, written out from its model. */
export function stagesReport({ model, pipeline, deletedDeals, stamp }: StagesQuestion): StagesReport {
  return {
    asOf: stamp.asOf,
    position: stamp.position,
    modelVersion: stamp.modelVersion,
    pipelineId: pipeline.pipelineId,
    label: pipeline.label,
    horizonDays: model.horizonDays,
    deals: { ...model.deals, deleted: deletedDeals },
    stages: [],
  };
}
