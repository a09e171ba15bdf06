import type { EpochMs } from '@deal-stage-insights/shared';
import type { Arrival } from './status-store.ts';

/** Who asked for the read: health reports when the last webhook came. */
export const READ_ORIGINS = ['webhook', 'card', 'reconcile'] as const;
type ReadOrigin = (typeof READ_ORIGINS)[number];

/** Deal ids whose HubSpot record should be read again. Any number of ids; repeats are sent once. */
export interface IngestQueue {
  /** `arrived`: what the delivery of webhooks was that named them, for health. */
  sendDeals(dealIds: readonly string[], origin: ReadOrigin, arrived?: readonly Arrival[]): Promise<void>;
}

/** Shards whose blocks should be made again. Any number of shards; repeats are sent once. */
export interface RollupQueue {
  sendShards(shards: readonly number[]): Promise<void>;
}

export interface IngestMessage {
  readonly dealIds: readonly string[];
  readonly origin: ReadOrigin;
  readonly sentAt: EpochMs;
  readonly arrived?: readonly Arrival[];
}

export interface RollupMessage {
  readonly shards: readonly number[];
}
