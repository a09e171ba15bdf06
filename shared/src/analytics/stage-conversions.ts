import type { Estimate } from '../contract/estimate.ts';
import { averagedRates } from '../statistics/averaged-rates.ts';
import type { ShrunkRate } from '../statistics/beta-binomial.ts';
import type { ChanceMove } from './chance-moves.ts';

export interface StageConversion {
  readonly stageId: string;
  /** Moves of the rep out of the stage, those of them that led on, and those that would at the team's rate. */
  readonly moves: number;
  readonly ledOn: number;
  readonly expected: number;
  /** The rep's rate, shrunk towards the team's. */
  readonly rate: Estimate;
}

const LEVEL = 0.95;
const ENOUGH_MOVES = 20;

/**
 * Of moves out of a stage, the share that led on, by rep: drawn towards that of all reps of the stage by as much as these say
 * that they differ less than they seem to (`averagedRates`). Below 20 moves: insufficient.
 * @param groups the moves of each rep
 * @returns by rep, by stage that the rep moved deals out of
 */
export function stageConversions(
  groups: readonly (readonly ChanceMove[])[],
  stageIds: readonly string[],
): readonly (readonly StageConversion[])[] {
  const counted = groups.map((moves) => countsOf(moves, stageIds.length));
  const teams = stageIds.map((_, stage) => {
    const own = counted.map((counts) => counts[stage] ?? { ledOn: 0, moves: 0 });
    const sum = (count: keyof Counts): number => own.reduce((total, each) => total + each[count], 0);
    const rates = averagedRates({ x: own.map(({ ledOn }) => ledOn), n: own.map(({ moves }) => moves) }, LEVEL);
    return { rates, ledOn: sum('ledOn'), moves: sum('moves') };
  });
  return counted.map((counts, group) =>
    counts.flatMap(({ ledOn, moves }, stage): StageConversion[] => {
      const team = teams[stage];
      const rate = team?.rates[group] ?? null;
      if (team === undefined || rate === null) return [];
      const expected = (moves * team.ledOn) / team.moves;
      return [{ stageId: stageIds[stage] ?? '', moves, ledOn, expected, rate: rateOf(rate, moves) }];
    }),
  );
}

interface Counts {
  ledOn: number;
  moves: number;
}

/** By stage. */
function countsOf(moves: readonly ChanceMove[], stages: number): readonly Readonly<Counts>[] {
  const counts = Array.from({ length: stages }, (): Counts => ({ ledOn: 0, moves: 0 }));
  for (const { stage, leadsOn } of moves) {
    const own = counts[stage];
    if (own === undefined) continue;
    own.moves += 1;
    if (leadsOn) own.ledOn += 1;
  }
  return counts;
}

function rateOf(rate: ShrunkRate, moves: number): Estimate {
  if (moves < ENOUGH_MOVES) return { kind: 'insufficient', n: moves, needed: ENOUGH_MOVES };
  return { kind: 'estimate', ...rate, level: LEVEL, n: moves, from: 'owner' };
}
