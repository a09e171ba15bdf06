import {
  type CauseCounts,
  effectiveVisits,
  visitsToBorrow,
  type WeighedVisits,
} from '../statistics/borrowed-visits.ts';
import type { Destinations } from './destinations.ts';
import { BACK, ELSEWHERE, exposures, type KindLife, LOST, meanLife, ON } from './kind-life.ts';
import type { StageLife } from './life-table.ts';
import type { StageWays } from './stage-ways.ts';

/** A stage, and those by whose mean it is foretold. */
export interface Foretold {
  readonly own: KindLife;
  readonly by: readonly KindLife[];
}

/** How many visits others are worth to a stage, as all stages say: in how fast visits leave, and in which ways. */
export interface Worth {
  readonly inPace: readonly WeighedVisits[];
  readonly inWays: readonly WeighedVisits[];
}

/** Asks all stages how well the others foretell them (see `visitsToBorrow`). */
export function worthOfOthers(stages: readonly Foretold[]): Worth {
  const worthBy = (counts: (byKind: readonly CauseCounts[]) => readonly CauseCounts[]) =>
    visitsToBorrow((visits) => stages.map(({ own, by }) => counts(causeCounts(own, meanLife(by, visits)))));
  return { inPace: worthBy(together), inWays: worthBy(asManyAsSeen) };
}

export interface Borrower extends Foretold {
  readonly life: StageLife;
  readonly way: StageWays;
  readonly destinations: Destinations;
}

/** The stage's own visits and as many more as the others are worth; null where the others have none. */
export function borrowedLife(
  { own, by, life, way, destinations }: Borrower,
  { inPace, inWays }: Worth,
): StageLife | null {
  const visits = Math.min(effectiveVisits(inPace, own.visits), effectiveVisits(inWays, own.visits));
  const mean = meanLife(by, visits);
  return mean === null ? null : withBorrowed(life, mean, { visits, way, destinations });
}

/** What was seen of a stage beside what the others' mean leads to expect; nothing where there are no others. */
function causeCounts(own: KindLife, mean: KindLife | null): readonly CauseCounts[] {
  if (mean === null) return [];
  const [watched, behind] = [exposures(own), exposures(mean)];
  return mean.exits.map((exits, kind) => {
    let [observed, expected, share] = [0, 0, 0];
    for (const [bin, exit] of exits.entries()) {
      observed += own.exits[kind]?.[bin] ?? 0;
      share += exit;
      if (exit > 0) expected += ((watched[bin] ?? 0) * exit) / (behind[bin] ?? 1);
    }
    return { observed, expected, share };
  });
}

/** How fast visits leave, whatever the way. */
function together(byKind: readonly CauseCounts[]): readonly CauseCounts[] {
  const total = (of: keyof CauseCounts): number => byKind.reduce((sum, counts) => sum + counts[of], 0);
  return [{ observed: total('observed'), expected: total('expected'), share: total('share') }];
}

/** Which ways those that left went: as many are expected as were seen. */
function asManyAsSeen(byKind: readonly CauseCounts[]): readonly CauseCounts[] {
  const [{ observed, expected } = { observed: 0, expected: 0 }] = together(byKind);
  const pace = expected > 0 ? observed / expected : 0;
  return byKind.map((counts) => ({ ...counts, expected: counts.expected * pace }));
}

interface Borrowed {
  readonly visits: number;
  readonly way: StageWays;
  readonly destinations: Destinations;
}

function withBorrowed(
  { censored, exits }: StageLife,
  mean: KindLife,
  { visits, way: { ahead, next, back }, destinations: { won, lost, elsewhere } }: Borrowed,
): StageLife {
  const goneOn = exits.map((column, k) => (k === won || ahead.has(k) ? sumOf(column) : 0));
  const onward = sumOf(goneOn) + 1;
  const shareOn = (k: number): number => ((goneOn[k] ?? 0) + (k === next ? 1 : 0)) / onward;
  const shares = exits.map((_, k): readonly [number, number] => {
    if (k === lost) return [LOST, 1];
    if (k === elsewhere) return [ELSEWHERE, 1];
    return k === back ? [BACK, 1] : [ON, shareOn(k)];
  });
  const reached = Math.max(censored.length, mean.reached);
  const column = (own: readonly number[], borrowed: ArrayLike<number> | undefined, share: number): readonly number[] =>
    Array.from({ length: reached }, (_, bin) => rounded((own[bin] ?? 0) + visits * share * (borrowed?.[bin] ?? 0)));
  return {
    censored: column(censored, mean.censored, 1),
    exits: exits.map((own, k) => {
      const [kind, share] = shares[k] ?? [ON, 0];
      return column(own, mean.exits[kind], share);
    }),
  };
}

function rounded(count: number): number {
  return Number(count.toPrecision(5));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
