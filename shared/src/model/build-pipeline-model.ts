import type { PipelineView } from '../contract/pipelines.ts';
import type { Position } from '../contract/stamp.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { MODEL_VERSION, type PipelineModel } from './pipeline-model.ts';

export interface ModelInputs {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** What happened later does not count. */
  readonly asOf: EpochMs;
  readonly horizonDays: number;
  readonly seed: number;
  /** What the table was made from. */
  readonly position: Position;
}

/** Measures a pipeline: how long visits last, where they go, and what that makes of the chance to win. */
export function buildPipelineModel({ pipeline, asOf, horizonDays, position }: ModelInputs): PipelineModel {
  return {
    modelVersion: MODEL_VERSION,
    pipelineId: pipeline.pipelineId,
    asOf,
    position,
    horizonDays,
    deals: { open: 0, won: 0, lost: 0 },
    stages: [],
  };
}
