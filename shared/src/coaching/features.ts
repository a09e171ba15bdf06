import type { KnownVisits } from '../analytics/known-visits.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import type { DealPath } from './deal-paths.ts';
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

/** The features of a deal as they were when it came into the stage of a row; type, source, amount and contacts as now. */
export function marksOf(
  { known, table, amounts, thirds, openStageIds }: FeatureSource,
  path: DealPath,
  row: number,
): readonly Mark[] {
  const marks: Mark[] = [
    ...skipMarks(wayTo(known, path, row), openStageIds),
    { feature: 'handed-over', value: null, has: handedOver(table, path.deal, table.enteredAt[row] ?? 0) },
  ];
  for (const [feature, name] of FACTS) {
    const value = table.facts.get(name)?.[path.deal] ?? null;
    if (value !== null) marks.push({ feature, value, has: true });
  }
  const contacts = Number(table.facts.get('num_associated_contacts')?.[path.deal] ?? 0);
  if (contacts >= 1) marks.push({ feature: 'one-contact', value: null, has: contacts === 1 });
  const band = amountBand(amounts[path.deal] ?? Number.NaN, thirds);
  if (band !== null) {
    marks.push({ feature: 'large-amount', value: null, has: band === 'large' });
    marks.push({ feature: 'small-amount', value: null, has: band === 'small' });
  }
  return marks;
}

const FACTS = [
  ['source', 'hs_analytics_source'],
  ['deal-type', 'dealtype'],
] as const;

/** The stages of a path, up to the one of a row. */
function wayTo(known: KnownVisits, { from }: DealPath, to: number): readonly string[] {
  const way: string[] = [];
  for (let row = from; row <= to; row += 1) way.push(known.stageIds[known.stageOf(row)] ?? '');
  return way;
}

/** One for each stage that was skipped; of a deal that skipped none, that it has not. */
export function skipMarks(way: readonly string[], openStageIds: readonly string[]): readonly Mark[] {
  const skipped = skippedStages(way, openStageIds);
  if (skipped.length === 0) return [{ feature: 'skipped-before', value: null, has: false }];
  return skipped.map((value) => ({ feature: 'skipped-before', value, has: true }));
}

/** Whether another owner had the deal before: not counting that nobody had it. */
function handedOver({ owners }: VisitBlock, deal: number, at: number): boolean {
  const seen = new Set<number>();
  for (let place = owners.start[deal] ?? 0; place < (owners.start[deal + 1] ?? 0); place += 1) {
    if ((owners.at[place] ?? 0) <= at && (owners.value[place] ?? 0) > 0) seen.add(owners.value[place] ?? 0);
  }
  return seen.size > 1;
}
