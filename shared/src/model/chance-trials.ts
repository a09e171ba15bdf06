import type { Random } from '../statistics/seeded-random.ts';
import { AGE_EDGES_MS } from './age-bins.ts';
import type { Destinations } from './destinations.ts';
import { type BorrowingLives, livesDrawnTogether } from './drawn-together.ts';
import { fewTrials } from './few-trials.ts';
import type { StageLife } from './life-table.ts';
import { type WinChances, everAt, laterExits, winChances, winsBy } from './win-chances.ts';

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

export interface TrialsQuestion extends BorrowingLives {
  readonly destinations: Destinations;
  readonly chances: WinChances;
  /** By live stage: whether its life table borrows, so that its chances rest on few visits (see `fewTrials`). */
  readonly isDrawn: readonly boolean[];
  /** By live stage: groups of destinations whose share of the exits is shown. */
  readonly groups: readonly (readonly ReadonlySet<number>[])[];
  readonly random: Random;
}

/**
 * Variances by the Bayesian bootstrap of visits: the whole chain is computed anew from 60 drawn life tables, so that the
 * uncertainty of later stages is in it too. Where no draw differs from another (nobody ever won), the visits at risk are the trials.
 */
export function chanceTrials(question: TrialsQuestion): readonly StageTrials[] {
  const { lives, destinations, chances, isDrawn, groups, random } = question;
  const asked = lives.map((life, stage) => ({ stage, bins: binsThatDiffer(life), groups: groups[stage] ?? [] }));
  const centre = asked.map((stage) => stageFigures(chances, stage));
  const variance = centre.map((values) => new Float64Array(values.length));
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = winChances(livesDrawnTogether(question, destinations.lost, random), destinations, chances);
    for (const [i, stage] of asked.entries()) addSquares(stageFigures(drawn, stage), centre[i], variance[i]);
  }
  return asked.map(({ stage, bins }, i) => {
    const atRiskIn = (bin: number): number => chances.hazards[stage]?.atRisk[bin] ?? 0;
    const trials = (value: number, bin: number): number =>
      trialsOf(centre[i]?.[value] ?? 0, (variance[i]?.[value] ?? 0) / DRAWS, atRiskIn(bin));
    const byBin = (first: number, fromEntry: (k: number) => number): readonly number[] => {
      const best = isDrawn[stage] === true ? bestWay(chances, stage, fromEntry) : null;
      const each = bins.map((bin, at) => {
        const [plain, chance] = [trials(first + at, bin), centre[i]?.[first + at] ?? 0];
        return best === null ? plain : fewTrials({ chance, trials: plain, visits: atRiskIn(bin), best });
      });
      return Array.from({ length: (bins.at(-1) ?? 0) + 1 }, (_, bin) =>
        rounded(each[bins.filter((known) => known <= bin).length - 1] ?? 1),
      );
    };
    const groupsFrom = 2 * bins.length;
    return {
      within: byBin(0, (k) => chances.within[k]?.[chances.steps] ?? 0),
      ever: byBin(bins.length, (k) => chances.ever[k] ?? 0),
      exits: (groups[stage] ?? []).map((_, group) => rounded(trials(groupsFrom + group, 0))),
    };
  });
}

interface AskedStage {
  readonly stage: number;
  readonly bins: readonly number[];
  readonly groups: readonly ReadonlySet<number>[];
}

/** The first bin and those before which somebody left or was last seen: at the others the chances are as they were. */
function binsThatDiffer({ censored, exits }: StageLife): readonly number[] {
  if (censored.length === 0) return [0];
  const ended = (bin: number): boolean => (censored[bin] ?? 0) > 0 || exits.some((column) => (column[bin] ?? 0) > 0);
  return Array.from(censored, (_, bin) => bin).filter((bin) => bin === 0 || ended(bin - 1));
}

/** The chances within and ever at the beginning of each bin, then the shares of the groups. */
function stageFigures(chances: WinChances, { stage, bins, groups }: AskedStage): Float64Array {
  const hazards = chances.hazards[stage];
  if (hazards === undefined) return new Float64Array(0);
  const ages = bins.map((bin) => AGE_EDGES_MS[bin] ?? 0);
  const within = winsBy(hazards, chances, chances.steps);
  const exits = [...laterExits(hazards, 0, chances.steps * chances.stepMs)];
  const shares = groups.map((group) => exits.reduce((sum, share, k) => sum + (group.has(k) ? share : 0), 0));
  return Float64Array.from([...ages.map(within), ...ages.map((age) => everAt(hazards, chances, age)), ...shares]);
}

function addSquares(drawn: Float64Array, centre: Float64Array | undefined, sums: Float64Array | undefined): void {
  if (centre === undefined || sums === undefined) return;
  for (let i = 0; i < drawn.length; i += 1) sums[i] = (sums[i] ?? 0) + ((drawn[i] ?? 0) - (centre[i] ?? 0)) ** 2;
}

function trialsOf(p: number, variance: number, atRisk: number): number {
  const trials = variance > 1e-12 ? (p * (1 - p)) / variance : atRisk;
  return Math.max(1, trials);
}

/** The largest chance from entry of any destination that visits of a stage left to. */
function bestWay({ hazards, ends }: WinChances, stage: number, fromEntry: (k: number) => number): number {
  return (hazards[stage]?.reached ?? []).reduce((best, k) => {
    if (k === ends.won) return 1;
    return k < ends.won && k !== stage ? Math.max(best, fromEntry(k)) : best;
  }, 0);
}

function rounded(trials: number): number {
  return Number(trials.toPrecision(3));
}
