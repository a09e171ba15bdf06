import type { EpochMs, FrozenChance, RevenueRange } from '@deal-stage-insights/shared';

/** What is said in the name of one version of the model. */
interface Said {
  /** `YYYY-MM-DD` in the portal's time zone. */
  readonly day: string;
  readonly at: EpochMs;
  readonly horizonDays: number;
  readonly modelVersion: string;
}

/** The chances of a shard's open deals. */
export interface FrozenShard extends Said {
  readonly shard: number;
  readonly chances: readonly PipelineChance[];
}

export interface PipelineChance extends FrozenChance {
  readonly pipelineId: string;
}

/** The totals that the forecasts told. */
export interface FrozenTotals extends Said {
  readonly totals: readonly { readonly pipelineId: string; readonly said: RevenueRange }[];
}

/** Forecasts as they were said, to be held against what came. Each is written once; what stands there stays. Kept for 400 days. */
export interface FrozenStore {
  freezeShard(frozen: FrozenShard): Promise<'stored' | 'stands'>;
  freezeTotals(frozen: FrozenTotals): Promise<'stored' | 'stands'>;
  /** Of one day, in order of shard. */
  readShards(day: string): Promise<readonly FrozenShard[]>;
  /** Of these days, in no order; days without any are left out. */
  readTotals(days: readonly string[]): Promise<readonly FrozenTotals[]>;
  /** Takes a deal out of what was said on these days: it is erased. Answers how many days spoke of it. */
  forgetDeal(dealId: string, days: readonly string[]): Promise<number>;
}
