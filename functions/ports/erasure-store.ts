import type { EpochMs, Erasure } from '@deal-stage-insights/shared';

/** An erasure as it is kept. */
export interface KeptErasure extends Erasure {
  /** For a deal: when its shard's blocks were first seen without it. */
  readonly cleanSince: EpochMs | null;
}

/** What was asked to be erased, and the removal of what is left besides records. */
export interface ErasureStore {
  /** Strongly consistent; null when it was never asked for. */
  read(of: Pick<Erasure, 'scope' | 'dealId'>): Promise<KeptErasure | null>;
  store(erasure: KeptErasure): Promise<void>;
  /** Forgets some time after. */
  expire(erasure: KeptErasure, at: EpochMs): Promise<void>;
  list(): Promise<readonly KeptErasure[]>;
  /** Removes chunks of blocks that no head can list any more. Answers how many items went. */
  removeOldChunks(shard: number): Promise<number>;
  /** Removes every item of the account but the erasure of the account itself, until `until`. */
  removeAll(until: EpochMs): Promise<{ readonly removed: number; readonly isAll: boolean }>;
}
