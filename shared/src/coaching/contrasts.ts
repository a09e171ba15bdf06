import { leadsOn } from '../analytics/known-visits.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { fisherExactPValue, twoProportionsTest } from '../statistics/two-proportions.ts';
import type { DealPath } from './deal-paths.ts';
import type { FeatureId, FeatureSource } from './features.ts';
import { markCells, wasHandedOver } from './mark-cells.ts';
import { type Counted, counter, markCounts } from './mark-counts.ts';
import { skipsAlong } from './skipped-stages.ts';

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
  const all = allContrasts(question);
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

/** Stage by stage. Each deal is gone through once, and counted in each stage where it first came into it. */
function allContrasts(question: ContrastQuestion): readonly Contrast[] {
  const { known, paths, sinceAt } = question;
  const cells = markCells(question);
  const counts = known.stageIds.map(() => ({
    closed: markCounts(cells),
    left: markCounts(cells),
    all: counter(),
    cameBack: counter(),
  }));
  const places = Int32Array.from(known.stageIds, (stageId) => question.openStageIds.indexOf(stageId));
  const skips = skipsAlong(question.openStageIds.length);
  const seenIn = new Int32Array(known.stageIds.length).fill(-1);
  for (const path of paths) {
    if (path.isLate) continue;
    const isClosed = path.closedAt >= sinceAt;
    const marks = cells.marksOf(path.deal);
    skips.begin();
    for (let row = path.from; row < path.to; row += 1) {
      const stage = known.stageOf(row);
      skips.enter(stage < 0 ? -1 : (places[stage] ?? -1));
      const count = stage < 0 ? undefined : counts[stage];
      if (count === undefined || seenIn[stage] === path.from) continue;
      seenIn[stage] = path.from;
      const endedAt = known.endOf(row);
      if (endedAt >= sinceAt && endedAt <= known.asOf) count.left.addSource(marks, leadsOn(known.exitOf(row)));
      if (!isClosed) continue;
      const isWon = path.outcome === 'won';
      const isHandedOver = wasHandedOver(question.table, path.deal, known.table.enteredAt[row] ?? 0);
      count.closed.add(marks, { skipped: skips.skipped(), isHandedOver }, isWon);
      count.all.add(isWon);
      if (isCameBack(question, path, { first: row, stage })) count.cameBack.add(isWon);
    }
  }
  return counts.flatMap(({ closed, left, all, cameBack }, stage): Contrast[] => {
    const stageId = known.stageIds[stage] ?? '';
    return [
      ...closed.contrasts().map((each) => ({ stageId, outcome: 'won' as const, ...each })),
      ...left.contrasts().map((each) => ({ stageId, outcome: 'led-on' as const, ...each })),
      // Those that came back are among all others too, which makes the test the stricter.
      { stageId, outcome: 'won', feature: 'came-back', value: null, with: cameBack.count, without: all.count },
    ];
  });
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
