/** Deal ids whose HubSpot record should be read again. */
export interface IngestQueue {
  sendDeals(dealIds: readonly string[]): Promise<void>;
}

/** Shards whose blocks should be made again. */
export interface RollupQueue {
  sendShards(shards: readonly number[]): Promise<void>;
}
