import type { Estimate } from '../contract/estimate.ts';
import { betaBinomialPrior, shrunkRate } from '../statistics/beta-binomial.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
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
 * Of moves out of a stage, the share that led on, by rep: beta-binomial posterior, its prior from all reps of the stage.
 * Where they differ no more than chance it is the team's rate with the team's interval. Below 20 moves: insufficient.
 * @param groups the moves of each rep
 * @returns by rep, by stage that the rep moved deals out of
 */
export function stageConversions(
  groups: readonly (readonly ChanceMove[])[],
  stageIds: readonly string[],
): readonly (readonly StageConversion[])[] {
  const counted = groups.map((moves) => stageIds.map((_, stage) => countsOf(moves, stage)));
  const teams = stageIds.map((_, stage) => {
    const own = counted.map((counts) => counts[stage] ?? { ledOn: 0, moves: 0 });
    const prior = betaBinomialPrior({ x: own.map(({ ledOn }) => ledOn), n: own.map(({ moves }) => moves) });
    const sum = (count: 'ledOn' | 'moves'): number => own.reduce((total, each) => total + each[count], 0);
    return { prior, ledOn: sum('ledOn'), moves: sum('moves') };
  });
  return counted.map((counts) =>
    counts.flatMap(({ ledOn, moves }, stage): StageConversion[] => {
      const team = teams[stage];
      if (team === undefined || moves === 0) return [];
      const expected = (moves * team.ledOn) / team.moves;
      return [{ stageId: stageIds[stage] ?? '', moves, ledOn, expected, rate: rateOf({ ledOn, moves }, team) }];
    }),
  );
}

interface Counts {
  readonly ledOn: number;
  readonly moves: number;
}

function countsOf(moves: readonly ChanceMove[], stage: number): Counts {
  const out = moves.filter((move) => move.stage === stage);
  return { ledOn: out.filter(({ leadsOn }) => leadsOn).length, moves: out.length };
}

function rateOf(
  { ledOn, moves }: Counts,
  team: Counts & { readonly prior: ReturnType<typeof betaBinomialPrior> },
): Estimate {
  if (moves < ENOUGH_MOVES) return { kind: 'insufficient', n: moves, needed: ENOUGH_MOVES };
  const { prior } = team;
  if (prior === null || prior.precision === Number.POSITIVE_INFINITY) {
    const limits = wilsonInterval(team.ledOn, team.moves, LEVEL);
    return { kind: 'estimate', value: team.ledOn / team.moves, ...limits, level: LEVEL, n: team.moves, from: 'team' };
  }
  return { kind: 'estimate', ...shrunkRate(prior, ledOn, moves, LEVEL), level: LEVEL, n: moves, from: 'owner' };
}
