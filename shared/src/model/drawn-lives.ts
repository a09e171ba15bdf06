import type { Destinations } from './destinations.ts';
import { borrowedLife, type Foretold, worthOfOthers } from './borrow-life.ts';
import { atRiskByAge, type KindLife, kindLife } from './kind-life.ts';
import { type LentPipeline, lentBeside } from './lent-lives.ts';
import type { DrawnLife } from './life-table.ts';
import type { LivesAt } from './stage-lives-at.ts';
import { ENOUGH_FOLLOWED } from './stage-sample.ts';
import { kindOf, type StageWays } from './stage-ways.ts';

/** Ages at which fewer visits than this stand behind a hazard are pooled, as in `stageHazards`. */
const ENOUGH_AT_RISK = 10;

/** The pipeline whose stages are asked about. */
export interface StagesAt extends LivesAt {
  readonly destinations: Destinations;
  /** By live stage. */
  readonly ways: readonly (StageWays | null)[];
}

/**
 * Life tables of stages of which too little is known to say a chance (fewer than 20 visits watched for the whole horizon), drawn
 * towards others: to the own visits as many are added as the others are worth (`visitsToBorrow`), whose ages and kinds of exit
 * (on, back, lost, elsewhere) are those of the others' mean, each of these counting by how well it is known. Who goes on goes
 * where own visits went, else to the next stage.
 *
 * The others are the pipeline's other open stages, where one of them stands on its own and anybody was ever won; else the
 * stages of the portal's other pipelines that stand at the same place of the way.
 *
 * Null: the stage stands on its own, there are no such others, nobody was ever in the stage after it, or it is parked or not
 * listed any more.
 * @example drawnLives({ ...livesAt, destinations, ways: stageWays(destinations, pipeline) }, [])[3]?.life
 */
export function drawnLives(stages: StagesAt, lent: readonly LentPipeline[]): readonly (DrawnLife | null)[] {
  const { lives, followed, destinations, ways } = stages;
  const none = lives.map(() => null);
  if (borrowersOf(stages).length === 0) return none;
  const kinds = lives.map((life, place) => kindLife(life, (k) => kindOf(k, ways[place] ?? null, destinations)));
  if (isThinThroughout(stages)) return lent.length === 0 ? none : drawnFromPortal(stages, kinds, lent);
  const lenders = kinds.filter(({ visits }, place) => visits > 0 && ways[place] !== null);
  const others = (own: KindLife): readonly KindLife[] => lenders.filter((each) => each !== own);
  return drawnFrom(stages, {
    stages: kinds.map((own) => ({ own, by: others(own) })),
    asked: lenders.map((own) => ({ own, by: others(own) })),
    behind: () => lenders,
    followed: mostOf(followed, ways),
    from: 'pipeline',
  });
}

/** Whether no open stage stands on its own, or nobody was ever won: then the pipeline has nothing to lend to its stages. */
export function isThinThroughout({ lives, followed, destinations, ways }: StagesAt): boolean {
  const isAnyWon = lives.some(({ exits }) => (exits[destinations.won] ?? []).some((count) => count > 0));
  return !isAnyWon || mostOf(followed, ways) < ENOUGH_FOLLOWED;
}

/** The lives of an instant with what they borrow from each other, for who asks of chances alone. */
export function drawnLivesAt(
  livesAt: LivesAt,
  destinations: Destinations,
  ways: readonly (StageWays | null)[],
): LivesAt {
  const drawn = drawnLives({ ...livesAt, destinations, ways }, []);
  return {
    lives: livesAt.lives.map((life, place) => drawn[place]?.life ?? life),
    followed: followedBehind(livesAt.followed, drawn),
  };
}

/** Visits watched for the whole horizon: of a stage that borrows, those of the lending stage that most is known of. */
export function followedBehind(followed: Uint32Array, drawn: readonly (DrawnLife | null)[]): Uint32Array {
  return followed.map((count, place) => drawn[place]?.followed ?? count);
}

function drawnFromPortal(
  stages: StagesAt,
  kinds: readonly KindLife[],
  lent: readonly LentPipeline[],
): readonly (DrawnLife | null)[] {
  const steps = kinds.flatMap((own, place) => {
    const way = stages.ways[place];
    return way === null || way === undefined ? [] : [{ own, place: way.place }];
  });
  const { asked, lifeAt, followed } = lentBeside(steps, lent);
  return drawnFrom(stages, {
    stages: kinds.map((own, place) => ({ own, by: lifeAt(stages.ways[place]?.place ?? 0) })),
    asked,
    behind: ({ own, by }) => [own, ...by],
    followed,
    from: 'portal',
  });
}

interface Lending extends Pick<DrawnLife, 'followed' | 'from'> {
  /** By live stage. */
  readonly stages: readonly Foretold[];
  /** Who says how well others foretell a stage. */
  readonly asked: readonly Foretold[];
  /** All that a stage may rest on. */
  behind(stage: Foretold): readonly KindLife[];
}

function drawnFrom(stages: StagesAt, { asked, followed, from, ...lending }: Lending): readonly (DrawnLife | null)[] {
  const { lives, destinations, ways } = stages;
  const worth = worthOfOthers(asked);
  const borrowers = borrowersOf(stages);
  return lives.map((life, place) => {
    const [stage, way] = [lending.stages[place], ways[place] ?? null];
    if (stage === undefined || way === null || !borrowers.includes(place)) return null;
    const drawn = borrowedLife({ ...stage, life, way, destinations }, worth);
    if (drawn === null) return null;
    const behind = atRiskByAge(lending.behind(stage));
    const pooledFrom = Math.max(0, behind.filter((count) => count >= ENOUGH_AT_RISK).length - 1);
    return { life: { ...drawn, pooledFrom }, behind, followed, from };
  });
}

function borrowersOf({ followed, ways }: StagesAt): readonly number[] {
  return ways.flatMap((way, place) =>
    way !== null && way.next !== null && (followed[place] ?? 0) < ENOUGH_FOLLOWED ? [place] : [],
  );
}

function mostOf(followed: Uint32Array, ways: readonly (StageWays | null)[]): number {
  return followed.reduce((most, count, place) => ((ways[place] ?? null) === null ? most : Math.max(most, count)), 0);
}
