import type { KnownVisits } from '../analytics/known-visits.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { skippedStages } from './skipped-stages.ts';

/** What deals may have in common. */
export type FeatureId =
  | 'source'
  | 'deal-type'
  | 'one-contact'
  | 'large-amount'
  | 'small-amount'
  | 'skipped-before'
  | 'handed-over'
  | 'came-back';

/** Whether a deal has a feature; where it cannot be told there is no mark. */
export interface Mark {
  readonly feature: FeatureId;
  /** The source, the type or the skipped stage; null for features that a deal has or has not. */
  readonly value: string | null;
  readonly has: boolean;
}

/** Amounts that a third of the deals lie below, and above. */
export interface AmountThirds {
  readonly low: number;
  readonly high: number;
}

const ENOUGH_AMOUNTS = 30;

/** Null below 30 amounts, and where nearly all are the same. */
export function amountThirds(amounts: readonly number[]): AmountThirds | null {
  const usable = amounts.filter((amount) => amount > 0);
  if (usable.length < ENOUGH_AMOUNTS) return null;
  const [low, high] = [sampleQuantile(usable, 1 / 3), sampleQuantile(usable, 2 / 3)];
  return low !== null && high !== null && low < high ? { low, high } : null;
}

export function amountBand(amount: number, thirds: AmountThirds | null): 'small' | 'middle' | 'large' | null {
  if (thirds === null || !(amount > 0)) return null;
  if (amount >= thirds.high) return 'large';
  return amount < thirds.low ? 'small' : 'middle';
}

export interface FeatureSource {
  readonly known: KnownVisits;
  readonly table: VisitBlock;
  readonly amounts: Float64Array;
  readonly thirds: AmountThirds | null;
  /** In display order. */
  readonly openStageIds: readonly string[];
}

/** One for each stage that was skipped; of a deal that skipped none, that it has not. */
export function skipMarks(way: readonly string[], openStageIds: readonly string[]): readonly Mark[] {
  const skipped = skippedStages(way, openStageIds);
  if (skipped.length === 0) return [{ feature: 'skipped-before', value: null, has: false }];
  return skipped.map((value) => ({ feature: 'skipped-before', value, has: true }));
}
