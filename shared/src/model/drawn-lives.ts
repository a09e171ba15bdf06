import type { PipelineView } from '../contract/pipelines.ts';
import { sorted } from '../history/order.ts';
import { pipelineIndex } from '../history/pipeline-index.ts';
import { type CauseCounts, effectiveVisits, visitsToBorrow } from '../statistics/borrowed-visits.ts';
import type { Destinations } from './destinations.ts';
import { forwardFrom } from './forward-from.ts';
import { BACK, ELSEWHERE, exposures, type KindLife, kindLife, LOST, meanLife, ON, atRiskByAge } from './kind-life.ts';
import type { DrawnLife, StageLife } from './life-table.ts';
import type { LivesAt } from './stage-lives-at.ts';
import { ENOUGH_FOLLOWED } from './stage-sample.ts';

/** Ages at which fewer visits than this stand behind a hazard are pooled, as in `stageHazards`. */
const ENOUGH_AT_RISK = 10;

/** Where moves out of an open stage lead. */
export interface StageWays {
  readonly ahead: ReadonlySet<number>;
  /** Where who goes on goes when nobody did yet: the next open stage, or won. Null: nobody was ever in the next stage. */
  readonly next: number | null;
  readonly back: number | null;
}

/**
 * By live stage; null for stages that are no step of the way (parked, or not listed any more): they neither lend nor borrow.
 */
export function stageWays(destinations: Destinations, pipeline: PipelineView): readonly (StageWays | null)[] {
  const index = pipelineIndex([pipeline]);
  const { liveStageIds, won } = destinations;
  const steps = sorted(
    pipeline.stages.filter(({ role }) => role === 'open'),
    (a, b) => a.displayOrder - b.displayOrder,
  ).map(({ stageId }) => stageId);
  return liveStageIds.map((stageId) => {
    const at = steps.indexOf(stageId);
    if (at < 0) return null;
    const placeOf = (step: string | undefined): number => liveStageIds.indexOf(step ?? '');
    const back = placeOf(
      steps
        .slice(0, at)
        .filter((step) => placeOf(step) >= 0)
        .at(-1),
    );
    const next = at === steps.length - 1 ? won : placeOf(steps[at + 1]);
    return {
      ahead: forwardFrom(stageId, { index, destinations }),
      next: next < 0 ? null : next,
      back: back < 0 ? null : back,
    };
  });
}

/**
 * Life tables of stages of which too little is known to say a chance (fewer than 20 visits watched for the whole horizon), drawn
 * towards those of the pipeline's other open stages: to the own visits as many are added as the others are worth
 * (`visitsToBorrow`), whose ages and kinds of exit (on, back, lost, elsewhere) are those of the others' mean, each of these
 * counting by how well it is known. Who goes on goes where own visits went, else to the next stage.
 *
 * Null: the stage stands on its own, no other open stage does, nobody in the pipeline was ever won, nobody was ever in the
 * stage after it, or it is parked or not listed any more.
 * @example drawnLives(livesAt, destinations, stageWays(destinations, pipeline))[3]?.life
 */
export function drawnLives(
  { lives, followed }: LivesAt,
  destinations: Destinations,
  ways: readonly (StageWays | null)[],
): readonly (DrawnLife | null)[] {
  const isAnyWon = lives.some(({ exits }) => sumOf(exits[destinations.won] ?? []) > 0);
  const isThin = (place: number): boolean => (followed[place] ?? 0) < ENOUGH_FOLLOWED;
  const borrowers = ways.flatMap((way, place) => (way !== null && way.next !== null && isThin(place) ? [place] : []));
  if (!isAnyWon || borrowers.length === 0 || mostFollowed(followed, ways) < ENOUGH_FOLLOWED)
    return lives.map(() => null);
  const kinds = lives.map((life, place) => kindLife(life, (k) => kindOf(k, ways[place] ?? null, destinations)));
  const lenders = kinds.filter(({ visits }, place) => visits > 0 && ways[place] !== null);
  const worthBy = (counts: (byKind: readonly CauseCounts[]) => readonly CauseCounts[]) =>
    visitsToBorrow((visits) => lenders.map((own) => counts(causeCounts(own, meanLife(others(lenders, own), visits)))));
  const [inPace, inWays] = [worthBy(together), worthBy(asManyAsSeen)];
  const behind = atRiskByAge(lenders);
  const pooledFrom = Math.max(0, behind.filter((count) => count >= ENOUGH_AT_RISK).length - 1);
  return lives.map((life, place) => {
    const [own, way] = [kinds[place], ways[place] ?? null];
    if (own === undefined || way === null || !borrowers.includes(place)) return null;
    const visits = Math.min(effectiveVisits(inPace, own.visits), effectiveVisits(inWays, own.visits));
    const mean = meanLife(others(lenders, own), visits);
    if (mean === null) return null;
    return { life: { ...withBorrowed(life, mean, { visits, way, destinations }), pooledFrom }, behind };
  });
}

/** The same of the lives of an instant, for who asks of chances alone. */
export function drawnLivesAt(
  livesAt: LivesAt,
  destinations: Destinations,
  ways: readonly (StageWays | null)[],
): LivesAt {
  const drawn = drawnLives(livesAt, destinations, ways);
  return {
    lives: livesAt.lives.map((life, place) => drawn[place]?.life ?? life),
    followed: followedBehind(livesAt.followed, drawn, ways),
  };
}

/** Visits watched for the whole horizon: of a stage that borrows, those of the stage that most is known of. */
export function followedBehind(
  followed: Uint32Array,
  drawn: readonly (DrawnLife | null)[],
  ways: readonly (StageWays | null)[],
): Uint32Array {
  const most = mostFollowed(followed, ways);
  return followed.map((count, place) => ((drawn[place] ?? null) === null ? count : most));
}

function mostFollowed(followed: Uint32Array, ways: readonly (StageWays | null)[]): number {
  return followed.reduce((most, count, place) => ((ways[place] ?? null) === null ? most : Math.max(most, count)), 0);
}

function others(lenders: readonly KindLife[], own: KindLife): readonly KindLife[] {
  return lenders.filter((each) => each !== own);
}

function kindOf(destination: number, way: StageWays | null, { won, lost, elsewhere }: Destinations): number {
  if (destination === lost) return LOST;
  if (destination === elsewhere) return ELSEWHERE;
  return destination === won || way?.ahead.has(destination) === true ? ON : BACK;
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
