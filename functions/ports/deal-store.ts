import type { DealRecord } from '@deal-stage-insights/shared';

/** A record with the version its next write is conditioned on. Version 0: nothing stored yet. */
export interface StoredDeal {
  readonly version: number;
  readonly record: DealRecord;
}

/** The one item a deal. `recordDeals` is its only writer. */
export interface DealStore {
  /** Strongly consistent; deals without a record are absent from the answer. */
  readDeals(dealIds: readonly string[]): Promise<ReadonlyMap<string, StoredDeal>>;
  /** For the card: eventually consistent, one item. */
  readDeal(dealId: string): Promise<DealRecord | null>;
  /** Stores when the stored version still is `expectedVersion` (0: when there is none), else answers `lost-race`. */
  storeDeal(record: DealRecord, expectedVersion: number): Promise<'stored' | 'lost-race'>;
  /** All records of a shard, strongly consistent, in order of deal id. */
  readShard(shard: number): Promise<readonly DealRecord[]>;
}
