import type { BackfillProgress, EpochMs } from '@deal-stage-insights/shared';

/** Deals created in `[from, to)`; those up to and including the cursor are recorded. */
export interface BackfillWindow {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly cursor: string | null;
}

/** Where a backfill stands: all that is needed to go on after a kill. */
export interface BackfillCheckpoint {
  readonly progress: BackfillProgress;
  /** What is left to read. */
  readonly windows: readonly BackfillWindow[];
  /** Shards with new records that the rollup queue has not been told about yet. */
  readonly pendingShards: readonly number[];
}

export interface StoredCheckpoint {
  readonly version: number;
  readonly checkpoint: BackfillCheckpoint;
}

/** How far the copy of HubSpot's deals goes. */
export interface SyncStore {
  /** Of the latest backfill; strongly consistent. */
  readCheckpoint(): Promise<StoredCheckpoint | null>;
  /** Stores when the stored version still is `expectedVersion` (0: when there is none): of two runners the later one goes on. */
  storeCheckpoint(checkpoint: BackfillCheckpoint, expectedVersion: number): Promise<'stored' | 'lost-race'>;
  /** All modifications before this instant have been read. Null before the first backfill. */
  readWatermark(): Promise<EpochMs | null>;
  /** Later instants win. */
  storeWatermark(at: EpochMs): Promise<void>;
}
