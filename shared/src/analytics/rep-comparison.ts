import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import type { Interval } from '../statistics/interval.ts';
import { normalCdf, twoSidedZ } from '../statistics/normal-distribution.ts';
import type { ChanceMove, ChanceMoves } from './chance-moves.ts';
import { keptMoves } from './kept-moves.ts';
import { knownVisits } from './known-visits.ts';
import { overDispersion } from './over-dispersion.ts';
import type { Period } from './period.ts';
import { type RepTally, tallyOf } from './rep-tallies.ts';
import { shrunkRatios } from './shrunk-ratios.ts';
import { type StageConversion, stageConversions } from './stage-conversions.ts';

export interface RepQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly period: Period;
  readonly asOf: EpochMs;
}

export type RepVerdict = 'better' | 'worse' | 'not-distinguishable';

export interface RepFigures extends RepTally {
  /** Null: the reps with too few closed deals, together. */
  readonly ownerId: string | null;
  /** Achieved / expected, as seen. */
  readonly ratio: number;
  /** The same, shrunk towards 1 by what all reps say about differences. */
  readonly shrunk: Estimate;
  /** Funnel: where the ratio would lie in 95 and 99.8 of 100 cases without a difference. */
  readonly limits95: Interval;
  readonly limits998: Interval;
  /** Of the pooled reps nothing is said: they are nobody. */
  readonly verdict: RepVerdict | null;
  readonly adjustedPValue: number | null;
  readonly conversions: readonly StageConversion[];
}

export interface RepComparison {
  /** By owner id, the pooled ones last. Never a ranking. */
  readonly reps: readonly RepFigures[];
  /** Reps with fewer than `needed` closed deals. */
  readonly pooledReps: number;
  readonly needed: number;
  /** Factor on all variances; 1: no more spread than chance makes. */
  readonly overDispersion: number;
}

const LEVEL = 0.95;
const OUTER_LEVEL = 0.998;
const ENOUGH_CLOSED = 20;
const FALSE_DISCOVERIES = 0.05;

/**
 * Who makes more of the same deals than others? Per rep, over the moves that the rep's deals made in a period while the rep
 * owned them: the chances of the deals when taken up (`expected`) against wins and chances passed on (`achieved`), chances
 * being those of all the team's deals in the same stage. So a rep who gets hard deals is not worse for it, and a deal that
 * changes hands counts for each with the owner's own part.
 *
 * Verdict: z = (achieved - expected) / sqrt(variance × over-dispersion), after Benjamini-Hochberg at q = .05; `shrunk` and
 * the funnel (Spiegelhalter 2005) show how sure it is. Reps below 20 closed deals are pooled. Open deals are in no figure until
 * they move: a rep who closes nothing is not compared.
 * @example repComparison({ table, pipeline, period, asOf }).reps.filter(({ verdict }) => verdict === 'worse')
 */
export function repComparison({ table, pipeline, period, asOf }: RepQuestion): RepComparison {
  const known = knownVisits(table, pipeline, asOf);
  const all = keptMoves(known, period);
  const groups = groupsOf(all, table.ownerIds);
  const tallies = groups.groups.map(({ moves }) => tallyOf(moves, all));
  const compared = tallies.filter((_, place) => groups.groups[place]?.ownerId !== null);
  const zScores = compared.map(({ achieved, expected, variance }) =>
    variance > 0 ? (achieved - expected) / Math.sqrt(variance) : 0,
  );
  const factor = overDispersion(zScores);
  const adjusted = benjaminiHochberg(zScores.map((z) => 2 * normalCdf(-Math.abs(z) / Math.sqrt(factor))));
  const measured = tallies.map((tally) => measuredOf(tally, factor));
  const shrunk = shrunkRatios(measured.slice(0, compared.length), LEVEL);
  const conversions = stageConversions(
    groups.groups.map(({ moves }) => moves),
    known.stageIds,
  );
  return {
    reps: tallies.map((tally, place) => {
      const { value, standardError } = measured[place] ?? { value: 1, standardError: 0 };
      const adjustedPValue = adjusted[place] ?? null;
      return {
        ...tally,
        ownerId: groups.groups[place]?.ownerId ?? null,
        ratio: value,
        shrunk: shrunkEstimate(shrunk[place], tally),
        limits95: funnel(standardError, LEVEL),
        limits998: funnel(standardError, OUTER_LEVEL),
        verdict: adjustedPValue === null ? null : verdictOf(adjustedPValue, value),
        adjustedPValue,
        conversions: conversions[place] ?? [],
      };
    }),
    pooledReps: groups.pooledReps,
    needed: ENOUGH_CLOSED,
    overDispersion: factor,
  };
}

interface RepGroup {
  readonly ownerId: string | null;
  readonly moves: readonly ChanceMove[];
}

/** Reps with enough closed deals in order of their ids, then one group of all the others, if there are any. */
function groupsOf({ moves }: ChanceMoves, ownerIds: readonly string[]) {
  const byOwner = new Map<string, ChanceMove[]>();
  for (const move of moves) {
    const ownerId = ownerIds[move.owner] ?? '';
    const own = byOwner.get(ownerId);
    if (own === undefined) byOwner.set(ownerId, [move]);
    else own.push(move);
  }
  const isEnough = (own: readonly ChanceMove[]): boolean =>
    own.filter(({ ends }) => ends !== null).length >= ENOUGH_CLOSED;
  const named = [...byOwner].filter(([, own]) => isEnough(own)).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = new Set(named.map(([ownerId]) => ownerId));
  const others = moves.filter(({ owner }) => !names.has(ownerIds[owner] ?? ''));
  const groups: RepGroup[] = named.map(([ownerId, own]) => ({ ownerId, moves: own }));
  if (others.length > 0) groups.push({ ownerId: null, moves: others });
  return { groups, pooledReps: byOwner.size - named.length };
}

function measuredOf({ achieved, expected, variance }: RepTally, factor: number) {
  if (expected === 0) return { value: 1, standardError: 0 };
  return { value: achieved / expected, standardError: Math.sqrt(variance * factor) / expected };
}

function shrunkEstimate(
  shrunk: (Interval & { readonly value: number }) | undefined,
  { won, lost }: RepTally,
): Estimate {
  const n = won + lost;
  if (shrunk === undefined) return { kind: 'insufficient', n, needed: ENOUGH_CLOSED };
  return { kind: 'estimate', ...shrunk, level: LEVEL, n, from: 'owner' };
}

function funnel(standardError: number, level: number): Interval {
  const margin = twoSidedZ(level) * standardError;
  return { low: Math.max(0, 1 - margin), high: 1 + margin };
}

function verdictOf(adjustedPValue: number, ratio: number): RepVerdict {
  if (adjustedPValue > FALSE_DISCOVERIES) return 'not-distinguishable';
  return ratio > 1 ? 'better' : 'worse';
}
