import type { PipelineView } from '../contract/pipelines.ts';
import type { EpochMs } from './instant.ts';

/** The portal's pipelines as read from HubSpot at one instant. The list of stages has no history at HubSpot. */
export interface PipelineSnapshot {
  readonly readAt: EpochMs;
  /** Changes when, and only when, the content changes. */
  readonly version: string;
  readonly pipelines: readonly PipelineView[];
}
