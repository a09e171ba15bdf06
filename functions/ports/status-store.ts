import type { BackfillProgress, EpochMs } from '@deal-stage-insights/shared';

/** Marks that health reports: when each part last did its work. */
export type Mark = 'webhook' | 'read' | 'nightly' | 'rollup';

export interface NightlyResult {
  readonly at: EpochMs;
  readonly shardsBehind: number;
}

export interface StatusStore {
  /** Later instants win; cheap enough for each batch. */
  mark(mark: Mark, at: EpochMs): Promise<void>;
  readMarks(): Promise<Readonly<Partial<Record<Mark, EpochMs>>>>;
  storeNightly(result: NightlyResult): Promise<void>;
  readNightly(): Promise<NightlyResult | null>;
  readLatestBackfill(): Promise<BackfillProgress | null>;
}
