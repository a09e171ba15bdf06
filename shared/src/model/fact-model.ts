import type { Insufficient } from '../contract/estimate.ts';
import { shardOf } from '../history/shard.ts';
import { type BoostedTrees, boostedTrees, logitBy } from '../statistics/boosted-trees.ts';
import { type ClusteredRatio, clusteredRatio } from '../statistics/clustered-ratio.ts';
import { seededRandom } from '../statistics/seeded-random.ts';

/** What is known of a deal beyond its stage and age, and what the life table says of it. */
export interface FactRow {
  readonly dealId: string;
  /** In the order of the model's facts. */
  readonly values: ArrayLike<number>;
  /** The chance by stage and age alone. */
  readonly lifeTable: number;
}

/** A row of the past. */
export interface LearnedRow extends FactRow {
  /** 1: won within the horizon; 0: not; between: not due yet, and what the life table says of the rest of the time. */
  readonly outcome: number;
  /** Its horizon has passed: the outcome is known whatever it is, not only where it came early. */
  readonly isDue: boolean;
}

/** Chances by the facts of a deal, learned from a pipeline's past. Plain JSON. */
export interface FactModel {
  readonly facts: readonly string[];
  readonly trees: BoostedTrees;
  readonly rows: number;
}

export interface FactChance {
  readonly chance: number;
  /** By fact, the log-odds it moved the chance by. */
  readonly moved: Float64Array;
}

/** Set on landmarks before the test ones of a real log; neighbouring values score the same (docs/evaluation.md). */
const RULES = { trees: 150, depth: 3, rate: 0.05, leastCurvature: 20, penalty: 20, share: 0.5 };
/** Of the log-odds, what the facts say; the rest says the life table, which errs in other ways. */
const FACTS_WEIGHT = 0.75;
const SEED = 1;
/** Deals below which there is nothing to learn facts from. */
const ENOUGH_DEALS = 200;
const ENOUGH_OF_EACH = 50;
const PARTS = 4;

/** Learns from rows of the past. */
export function trainFactModel(facts: readonly string[], rows: readonly LearnedRow[]): FactModel {
  const sample = { rows: rows.map(({ values }) => values), outcome: rows.map(({ outcome }) => outcome) };
  return { facts, trees: boostedTrees(sample, { ...RULES, random: seededRandom(SEED) }), rows: rows.length };
}

/**
 * How likely is a deal to be won within the horizon, by all that is known of it? Three quarters of the log-odds from the facts,
 * one quarter from the life table; with what each fact moved, so that the few that matter can be told.
 * @example factChance(model, { dealId, values, lifeTable: 0.3 }).chance // 0.41
 */
export function factChance({ trees }: FactModel, { values, lifeTable }: FactRow): FactChance {
  const { logit, moved } = logitBy(trees, values);
  const mixed = FACTS_WEIGHT * logit + (1 - FACTS_WEIGHT) * logitOf(lifeTable);
  return { chance: 1 / (1 + Math.exp(-mixed)), moved: moved.map((each) => FACTS_WEIGHT * each) };
}

/** Mean squared error of the life table less that of the facts: above 0 the facts are better. Clustered by deal. */
export type FactGain = Pick<ClusteredRatio, 'value' | 'low' | 'high'>;

/**
 * Are facts worth it in this pipeline? Learned without a quarter of the deals and scored on it, for each quarter, on rows
 * whose horizon has passed (every second row is enough to learn from here). A model is used only where the 95 % interval lies above 0. (The life table has seen the deals
 * it is scored on: that favours it, a little.) Insufficient with fewer
 * than 200 deals, or 50 rows of either outcome.
 */
export function gainOfFacts(facts: readonly string[], rows: readonly LearnedRow[]): FactGain | Insufficient {
  const deals = new Set(rows.map(({ dealId }) => dealId)).size;
  const due = rows.filter(({ isDue }) => isDue);
  const wins = due.filter(({ outcome }) => outcome === 1).length;
  if (deals < ENOUGH_DEALS) return { kind: 'insufficient', n: deals, needed: ENOUGH_DEALS };
  const rarer = Math.min(wins, due.length - wins);
  if (rarer < ENOUGH_OF_EACH) return { kind: 'insufficient', n: rarer, needed: ENOUGH_OF_EACH };
  // By the id's hash, so that a deal stays in its part from one time to the next.
  const parts = Array.from({ length: PARTS }, (_, part) => (row: FactRow) => shardOf(row.dealId) % PARTS === part);
  const learned = rows.filter((_, place) => place % 2 === 0);
  const gains = parts.flatMap((isAside) => {
    const model = trainFactModel(
      facts,
      learned.filter((row) => !isAside(row)),
    );
    return due.filter(isAside).map((row) => ({
      dealId: row.dealId,
      gain: squared(row, row.lifeTable) - squared(row, factChance(model, row).chance),
    }));
  });
  const ratio = clusteredRatio({
    numerator: gains.map(({ gain }) => gain),
    denominator: gains.map(() => 1),
    cluster: gains.map(({ dealId }) => dealId),
  });
  if (ratio === null) return { kind: 'insufficient', n: 0, needed: ENOUGH_DEALS };
  return { value: ratio.value, low: ratio.low, high: ratio.high };
}

function squared({ outcome }: LearnedRow, chance: number): number {
  return (chance - outcome) ** 2;
}

/** A life table's 0 or 1 is no certainty: one in two hundred is as far as it goes here. */
function logitOf(p: number): number {
  const clipped = Math.min(0.995, Math.max(0.005, p));
  return Math.log(clipped / (1 - clipped));
}
