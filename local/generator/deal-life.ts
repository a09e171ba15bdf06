import type { PipelineModel } from './pipeline-model.ts';
import type { StageStep } from './stage-steps.ts';

/** The way of a deal through its stages, which its other histories follow. */
export interface DealLife {
  readonly model: PipelineModel;
  readonly steps: readonly StageStep[];
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly endsAt: number;
}
