import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { StageFigures, StagesReport } from '../contract/stages-report.ts';
import type { Stamp } from '../contract/stamp.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { isLive } from '../model/destinations.ts';
import type { PipelineModel, StageModel } from '../model/pipeline-model.ts';
import { winAt } from '../model/win-at.ts';

export interface StagesQuestion {
  readonly model: PipelineModel;
  readonly pipeline: PipelineView;
  /** Deals of the pipeline that are deleted at HubSpot (`VisitBlock.deletedDeals`). */
  readonly deletedDeals: number;
  readonly stamp: Stamp;
}

/**
 * The stage report of a pipeline, written out from its model: time in each stage, where visits went, and the chance to win
 * from there. The live stages in display order, also those that no deal was ever in; unlisted ones last. Closed stages have
 * no row: deals do not wait there.
 * @example stagesReport({ model, pipeline, deletedDeals: 0, stamp }).stages[0]?.dwellDaysMedian
 */
export function stagesReport({ model, pipeline, deletedDeals, stamp }: StagesQuestion): StagesReport {
  const index = pipelineIndex([pipeline]);
  const known = new Map(model.stages.map((stage) => [stage.stageId, stage]));
  const listed = pipeline.stages.filter(({ role }) => isLive(role)).sort((a, b) => a.displayOrder - b.displayOrder);
  const unlisted = model.stages.filter(({ stageId }) => !index.stages.has(stageId));
  const stageIds = [...listed, ...unlisted].map(({ stageId }) => stageId);
  return {
    asOf: stamp.asOf,
    position: stamp.position,
    modelVersion: stamp.modelVersion,
    pipelineId: pipeline.pipelineId,
    label: pipeline.label,
    horizonDays: model.horizonDays,
    deals: { ...model.deals, deleted: deletedDeals },
    stages: stageIds.map((stageId) => ({
      stage: stageView(index, stageId),
      ...figuresOf(known.get(stageId), model),
    })),
  };
}

const NOTHING: Estimate = { kind: 'insufficient', n: 0, needed: 1 };

function figuresOf(stage: StageModel | undefined, model: PipelineModel): Omit<StageFigures, 'stage'> {
  const chance = stage === undefined ? null : winAt(model, stage.stageId, 0);
  return {
    visits: stage?.visits ?? 0,
    open: stage?.open ?? 0,
    exits: stage?.exits ?? [],
    dwellDaysMedian: stage?.dwell.median ?? NOTHING,
    dwellDaysP80: stage?.dwell.p80 ?? NOTHING,
    dwellDaysP90: stage?.dwell.p90 ?? NOTHING,
    advanceShare: stage?.advanceShare ?? NOTHING,
    lossShare: stage?.lossShare ?? NOTHING,
    stillThereShare: stage?.stillThereShare ?? null,
    winWithinHorizon: chance?.atEntry ?? NOTHING,
    winEver: chance?.ever ?? NOTHING,
  };
}
