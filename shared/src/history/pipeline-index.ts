import type { PipelineView, StageView } from '../contract/pipelines.ts';
import { digestTexts } from './digest.ts';
import { compareText, sorted } from './order.ts';

/** Pipelines and stages by id. */
export interface PipelineIndex {
  readonly pipelines: ReadonlyMap<string, PipelineView>;
  readonly stages: ReadonlyMap<string, IndexedStage>;
  /**
   * Digest of the map from stage to pipeline: all that blocks take from the metadata. Blocks made by another map are stale;
   * labels, order, roles and probabilities may change without touching a block.
   */
  readonly stageMapDigest: string;
}

export interface IndexedStage {
  readonly pipelineId: string;
  readonly stage: StageView;
  /** Place among the open stages of its pipeline, from 0; null for stages of another role: they have no place in the order. */
  readonly openRank: number | null;
}

/**
 * Makes the index of a snapshot's pipelines. A stage id that stands in two pipelines (HubSpot never does so) belongs to the first.
 * @example pipelineIndex(snapshot.pipelines).stages.get('qualifiedtobuy')?.openRank // 1
 */
export function pipelineIndex(pipelines: readonly PipelineView[]): PipelineIndex {
  const stages = new Map<string, IndexedStage>();
  for (const { pipelineId, stages: listed } of pipelines) {
    const open = openStageIds(listed);
    for (const stage of listed) {
      if (stages.has(stage.stageId)) continue;
      const rank = open.indexOf(stage.stageId);
      stages.set(stage.stageId, { pipelineId, stage, openRank: rank < 0 ? null : rank });
    }
  }
  return {
    pipelines: new Map(pipelines.map((pipeline) => [pipeline.pipelineId, pipeline])),
    stages,
    stageMapDigest: digestStageMap(stages),
  };
}

/** The stage as listed, or a stand-in that keeps the id of a stage which HubSpot no longer lists. */
export function stageView(index: PipelineIndex, stageId: string): StageView {
  return index.stages.get(stageId)?.stage ?? unknownStage(stageId);
}

/** The open stages of a pipeline, in display order. */
export function openStageIds(stages: readonly StageView[]): readonly string[] {
  const open = stages.filter(({ role }) => role === 'open');
  return sorted(open, inDisplayOrder).map(({ stageId }) => stageId);
}

function unknownStage(stageId: string): StageView {
  return {
    stageId,
    label: stageId,
    role: 'open',
    displayOrder: Number.MAX_SAFE_INTEGER,
    typedProbability: null,
    isUnknown: true,
  };
}

function inDisplayOrder(a: StageView, b: StageView): number {
  return a.displayOrder - b.displayOrder || compareText(a.stageId, b.stageId);
}

function digestStageMap(stages: ReadonlyMap<string, IndexedStage>): string {
  const ids = sorted(stages.keys(), compareText);
  return digestTexts(ids.flatMap((stageId) => [stageId, stages.get(stageId)?.pipelineId ?? '']));
}
