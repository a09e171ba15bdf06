import type { PipelineView, StageRole } from '../contract/pipelines.ts';
import type { EpochMs } from './instant.ts';

/** The portal's pipelines as read from HubSpot at one instant. The list of stages has no history at HubSpot. */
export interface PipelineSnapshot {
  readonly readAt: EpochMs;
  /** Changes when, and only when, the content changes. */
  readonly version: string;
  readonly pipelines: readonly PipelineView[];
}

/** What HubSpot's metadata say of a stage, as numbers and booleans. `probability` is null when it cannot be read. */
export interface StageMetadata {
  readonly probability: number | null;
  readonly isClosed: boolean;
}

/**
 * The role of a stage, from `probability` and `isClosed` alone, never from its label, id or place: closed at 1 is won, closed
 * at 0 is lost, everything else is open. Many open stages have probability 0: they are not lost. Parked and post-win stages
 * cannot be told from metadata.
 * @example stageRole({ probability: 0, isClosed: false }) // 'open'
 */
export function stageRole({ probability, isClosed }: StageMetadata): StageRole {
  if (!isClosed || probability === null) return 'open';
  if (probability >= 1) return 'won';
  return probability <= 0 ? 'lost' : 'open';
}
