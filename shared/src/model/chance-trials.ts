import type { Random } from '../statistics/seeded-random.ts';
import { AGE_EDGES_MS } from './age-bins.ts';
import type { Destinations } from './destinations.ts';
import { drawnLife } from './drawn-life.ts';
import type { StageLife } from './life-table.ts';
import { type WinChances, chanceAt, laterExits, winChances } from './win-chances.ts';

const DRAWS = 60;

/**
 * How sure the chances of a stage are: the number of plain yes-or-no trials whose rate would be as uncertain, p (1 - p) /
 * variance. Wilson's interval for that many trials is what is shown.
 */
export interface StageTrials {
  /** At the beginning of each age bin that was reached. */
  readonly within: readonly number[];
  readonly ever: readonly number[];
  /** Of the share of visits that leave to a group of destinations. */
  readonly exits: readonly number[];
}

export interface TrialsQuestion {
  readonly lives: readonly StageLife[];
  readonly destinations: Destinations;
  readonly chances: WinChances;
  /** By live stage: groups of destinations whose share of the exits is shown. */
  readonly groups: readonly (readonly ReadonlySet<number>[])[];
  readonly random: Random;
}

/**
 * Variances by the Bayesian bootstrap of visits: the whole chain is computed anew from 60 drawn life tables, so that the
 * uncertainty of later stages is in it too. Where no draw differs from another (nobody ever won), the visits at risk are the trials.
 */
export function chanceTrials(question: TrialsQuestion): readonly StageTrials[] {
  const { lives, destinations, chances, groups, random } = question;
  const ages = lives.map(({ censored }) => Array.from(AGE_EDGES_MS.subarray(0, Math.max(1, censored.length))));
  const figures = (of: WinChances): readonly Float64Array[] =>
    ages.map((stageAges, stage) => stageFigures(of, { stage, ages: stageAges, groups: groups[stage] ?? [] }));
  const spread = figures(chances).map((values) => values.map(() => 0));
  const centre = figures(chances);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = figures(
      winChances(
        lives.map((life) => drawnLife(life, random)),
        destinations,
        chances.steps,
      ),
    );
    for (const [stage, values] of drawn.entries()) {
      for (const [i, value] of values.entries()) {
        const cell = spread[stage];
        if (cell !== undefined) cell[i] = (cell[i] ?? 0) + (value - (centre[stage]?.[i] ?? 0)) ** 2 / DRAWS;
      }
    }
  }
  return ages.map((stageAges, stage) => {
    const trials = Array.from(centre[stage] ?? [], (p, i) => {
      const atRisk = chances.hazards[stage]?.atRisk[i < 2 * stageAges.length ? i % stageAges.length : 0] ?? 0;
      return trialsOf(p, spread[stage]?.[i] ?? 0, atRisk);
    });
    const n = stageAges.length;
    return { within: trials.slice(0, n), ever: trials.slice(n, 2 * n), exits: trials.slice(2 * n) };
  });
}

/** The chances within and ever at each age, then the shares of the groups. */
function stageFigures(
  chances: WinChances,
  asked: { readonly stage: number; readonly ages: readonly number[]; readonly groups: readonly ReadonlySet<number>[] },
): Float64Array {
  const { stage, ages, groups } = asked;
  const hazards = chances.hazards[stage];
  if (hazards === undefined) return new Float64Array(0);
  const at = ages.map((ageMs) => chanceAt(hazards, chances, ageMs));
  const exits = [...laterExits(hazards, 0, chances.steps)];
  const shares = groups.map((group) => exits.reduce((sum, share, k) => sum + (group.has(k) ? share : 0), 0));
  return Float64Array.from([...at.map(({ within }) => within), ...at.map(({ ever }) => ever), ...shares]);
}

function trialsOf(p: number, variance: number, atRisk: number): number {
  const trials = variance > 1e-12 ? (p * (1 - p)) / variance : atRisk;
  return Number(Math.max(1, trials).toPrecision(3));
}
