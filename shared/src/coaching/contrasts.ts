import { leadsOn } from '../analytics/known-visits.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { fisherExactPValue, twoProportionsTest } from '../statistics/two-proportions.ts';
import type { DealPath } from './deal-paths.ts';
import { type FeatureId, type FeatureSource, type Mark, marksOf } from './features.ts';

/** Some deals against all others that reached the same stage: how many there are, and how many of them did it. */
export interface Contrast {
  readonly stageId: string;
  readonly feature: FeatureId;
  /** The source, the type or the skipped stage; null for features that a deal has or has not. */
  readonly value: string | null;
  /** Won, of the closed; or led on, of the finished first visits of the stage. */
  readonly outcome: 'won' | 'led-on';
  readonly with: Counted;
  readonly without: Counted;
}

export interface Counted {
  readonly n: number;
  readonly hits: number;
}

export interface ContrastQuestion extends FeatureSource {
  readonly paths: readonly DealPath[];
  /** What closed or left before it does not count. */
  readonly sinceAt: number;
}

const ENOUGH_DEALS = 20; // On either side: below it a share is moved by single deals.
const FALSE_DISCOVERIES = 0.05;
const ENOUGH_EXPECTED = 5; // Expected count below which the chi-square is not to be trusted.

/**
 * What do deals have in common that were won more, or less, often than the others that reached the same stage? Each feature
 * as it was when the deal first came into the stage (contacts, type, source and amount: as now), so that nothing is told by
 * what happened later. Only differences that Benjamini-Hochberg at q = .05 over all of the pipeline lets stand, with 20 deals
 * at least on either side. They say what goes together, not why.
 */
export function clearContrasts(question: ContrastQuestion): readonly Contrast[] {
  const all = question.known.stageIds.flatMap((_, stage) => contrastsOf(question, stage));
  const tested = all.filter(({ with: has, without }) => has.n >= ENOUGH_DEALS && without.n >= ENOUGH_DEALS);
  const adjusted = benjaminiHochberg(tested.map(pValueOf));
  return tested.filter((_, place) => (adjusted[place] ?? 1) <= FALSE_DISCOVERIES);
}

/** Chi-square, or Fisher's test where counts are small. */
export function pValueOf({ with: has, without }: Pick<Contrast, 'with' | 'without'>): number {
  const table = { x1: has.hits, n1: has.n, x2: without.hits, n2: without.n };
  const share = (has.hits + without.hits) / (has.n + without.n);
  const isSmall = Math.min(has.n, without.n) * Math.min(share, 1 - share) < ENOUGH_EXPECTED;
  return isSmall ? fisherExactPValue(table) : twoProportionsTest(table).pValue;
}

function contrastsOf(question: ContrastQuestion, stage: number): readonly Contrast[] {
  const { known, paths, sinceAt } = question;
  const stageId = known.stageIds[stage] ?? '';
  const [closed, left] = [featureCounts(), featureCounts()];
  const [all, cameBack] = [counter(), counter()];
  for (const path of paths) {
    const first = path.isLate ? null : firstRowIn(question, path, stage);
    if (first === null) continue;
    const endedAt = known.endOf(first);
    const hasLeft = endedAt >= sinceAt && endedAt <= known.asOf;
    if (!hasLeft && !(path.closedAt >= sinceAt)) continue;
    const marks = marksOf(question, path, first);
    if (path.closedAt >= sinceAt) {
      const isWon = path.outcome === 'won';
      closed.add(marks, isWon);
      all.add(isWon);
      if (isCameBack(question, path, { first, stage })) cameBack.add(isWon);
    }
    if (!hasLeft) continue;
    left.add(
      marks.filter(({ feature }) => feature === 'source'),
      leadsOn(known.exitOf(first)),
    );
  }
  return [
    ...closed.contrasts().map((each) => ({ stageId, outcome: 'won' as const, ...each })),
    ...left.contrasts().map((each) => ({ stageId, outcome: 'led-on' as const, ...each })),
    // Those that came back are among all others too, which makes the test the stricter.
    { stageId, outcome: 'won', feature: 'came-back', value: null, with: cameBack.count, without: all.count },
  ];
}

function firstRowIn({ known }: ContrastQuestion, { from, to }: DealPath, stage: number): number | null {
  for (let row = from; row < to; row += 1) if (known.stageOf(row) === stage) return row;
  return null;
}

function isCameBack(
  { known }: ContrastQuestion,
  { from, to }: DealPath,
  { first, stage }: { readonly first: number; readonly stage: number },
): boolean {
  for (let row = Math.max(first, from + 1); row < to; row += 1)
    if (known.stageOf(row) === stage && known.exitOf(row - 1) === 'back') return true;
  return false;
}

function counter() {
  const count = { n: 0, hits: 0 };
  return {
    count,
    add(isHit: boolean): void {
      count.n += 1;
      if (isHit) count.hits += 1;
    },
  };
}

/** Counts, for each feature, the deals that it can be told of, and those that have it. */
function featureCounts() {
  const asked = new Map<FeatureId, ReturnType<typeof counter>>();
  const having = new Map<FeatureId, Map<string | null, ReturnType<typeof counter>>>();
  return {
    /** One deal's marks; those of a feature follow each other. */
    add(marks: readonly Mark[], isHit: boolean): void {
      let before: FeatureId | null = null;
      for (const { feature, value, has } of marks) {
        if (feature !== before) entryOf(asked, feature, counter).add(isHit);
        before = feature;
        if (!has) continue;
        const values = entryOf(having, feature, () => new Map<string | null, ReturnType<typeof counter>>());
        entryOf(values, value, counter).add(isHit);
      }
    },
    contrasts(): readonly Pick<Contrast, 'feature' | 'value' | 'with' | 'without'>[] {
      return [...having].flatMap(([feature, values]) =>
        [...values].map(([value, { count }]) => {
          const all = asked.get(feature)?.count ?? count;
          return { feature, value, with: count, without: { n: all.n - count.n, hits: all.hits - count.hits } };
        }),
      );
    },
  };
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
