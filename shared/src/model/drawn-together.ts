import { gammaDraw } from '../statistics/random-draws.ts';
import type { Random } from '../statistics/seeded-random.ts';
import { drawnLife } from './drawn-life.ts';
import type { DrawnLife, StageLife } from './life-table.ts';

/** The life tables of a pipeline's stages, and of each what is borrowed in it from other pipelines; null: nothing. */
export interface BorrowingLives {
  readonly lives: readonly StageLife[];
  readonly borrowed: readonly (StageLife | null)[];
}

/** What is in the life tables of stages beyond their own visits, where it comes from the portal's other pipelines. */
export function borrowedFromPortal(
  lives: readonly StageLife[],
  drawn: readonly (DrawnLife | null)[],
): readonly (StageLife | null)[] {
  return drawn.map((each, stage) => {
    if (each?.from !== 'portal') return null;
    const own = lives[stage];
    const beyond = (all: readonly number[], some: readonly number[] = []): readonly number[] =>
      all.map((count, bin) => count - (some[bin] ?? 0));
    return {
      censored: beyond(each.life.censored, own?.censored),
      exits: each.life.exits.map((column, k) => beyond(column, own?.exits[k])),
    };
  });
}

/**
 * Life tables that the same visits might as well have given (see `drawnLife`). What stages borrow from other pipelines goes
 * faster or slower, and is lost more or less often, in all stages together: a pipeline that differs from others in one stage
 * does so in the next. By gamma draws of mean 1 for exits to `lost` and for all others, worth as many exits as a stage borrows.
 */
export function livesDrawnTogether(
  { lives, borrowed }: BorrowingLives,
  lost: number,
  random: Random,
): readonly StageLife[] {
  const drawn = lives.map((life) => drawnLife(life, random));
  const lent = borrowed.filter((life) => life !== null);
  if (lent.length === 0) return drawn;
  const exitsOf = (isOfKind: (k: number) => boolean): number =>
    sumOf(lent.map(({ exits }) => sumOf(exits.map((column, k) => (isOfKind(k) ? sumOf(column) : 0))))) / lent.length;
  const [ofLost, ofOthers] = [exitsOf((k) => k === lost), exitsOf((k) => k !== lost)].map((exits) =>
    exits > 0 ? gammaDraw(random, exits) / exits : 1,
  );
  return drawn.map((life, stage): StageLife => {
    const [own, whole] = [borrowed[stage] ?? null, lives[stage]];
    if (own === null || whole === undefined) return life;
    const factorOf = (k: number, bin: number): number => {
      const all = whole.exits[k]?.[bin] ?? 0;
      const share = all > 0 ? (own.exits[k]?.[bin] ?? 0) / all : 0;
      return 1 + share * (((k === lost ? ofLost : ofOthers) ?? 1) - 1);
    };
    return { ...life, exits: life.exits.map((column, k) => column.map((count, bin) => count * factorOf(k, bin))) };
  });
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
