import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { EpochMs } from '../history/instant.ts';
import { keptWith } from '../history/kept-with.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { betaCdf } from '../statistics/beta-distribution.ts';
import { jeffreysInterval } from '../statistics/rate-intervals.ts';
import { firstNotBelow } from '../statistics/step-function.ts';
import { ENTRY_OUTCOMES, type FirstEntries, firstEntries } from './first-entries.ts';
import { type KnownVisits, knownVisits } from './known-visits.ts';
import { isWithin, type Period } from './period.ts';

export interface TypedQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** Ascending, one after the other. */
  readonly periods: readonly Period[];
  readonly asOf: EpochMs;
}

export type TypedVerdict = 'below' | 'above' | 'not-distinguishable' | 'insufficient';

/** The deals that first entered a stage in one period, and how they ended. */
export interface EntryCohort {
  readonly period: Period;
  readonly won: number;
  readonly lost: number;
  /** Still open: not counted as lost, not left out silently. */
  readonly open: number;
  /** Went to another pipeline, were merged or deleted before they closed: in no share. */
  readonly left: number;
  /** Won of those that closed: what is said if open deals end like the others. */
  readonly winShare: Estimate;
  /** Won of all that are closed or open: what is said if no open deal is won any more. */
  readonly winShareIfOpenAreLost: Estimate;
}

export interface TypedAgainstMeasured {
  readonly stageId: string;
  /** 0–1 as typed in HubSpot; null when unreadable. */
  readonly typed: number | null;
  /** Measured `below` or `above` what was typed, systematically: in both of the last two periods that can be judged. */
  readonly verdict: TypedVerdict;
  /** Those two, oldest first; fewer when there are no more. */
  readonly cohorts: readonly EntryCohort[];
}

const PERIODS = 2;
const LEVEL = 0.95;
const ENOUGH_CLOSED = 20;
/** Share of false verdicts among those given. */
const FALSE_DISCOVERIES = 0.1;
/** A period can be judged once this share of all closings to be expected of its last entrants had time to happen. */
const FOLLOWED = 0.9;

/**
 * Is the probability that somebody typed for a stage what becomes of its deals? For each live stage the win share of the
 * deals that first entered it in a period, against the typed probability.
 *
 * Interval: Jeffreys', the quantiles of the beta posterior Beta(won + 1/2, lost + 1/2): it covers well on average for small n
 * (Brown, Cai and DasGupta 2001) and its tails give the p-value that fits it, 2 min(P(rate < typed), P(rate > typed)).
 * Systematic: in the last two periods that can be judged the interval excludes the typed probability on the same side, and
 * so it does after Benjamini-Hochberg over all stages and both periods.
 *
 * Open deals: only periods that ended so long ago that nine of ten closings had time to happen (Aalen-Johansen from the
 * entry) are judged. Those still open get both conventions: `below` is said only where it holds if they end like the others,
 * `above` only where it holds if none of them is won. Below 20 closed deals in either period: insufficient.
 * @example typedAgainstMeasured({ table, pipeline, periods, asOf }).find(({ verdict }) => verdict === 'below')
 */
export function typedAgainstMeasured({
  table,
  pipeline,
  periods,
  asOf,
}: TypedQuestion): readonly TypedAgainstMeasured[] {
  const known = knownVisits(table, pipeline, asOf);
  const typedOf = new Map(pipeline.stages.map(({ stageId, typedProbability }) => [stageId, typedProbability]));
  const followUps = followUpsMs(known);
  const stages = firstEntries(known).map((entries, place) => {
    const stageId = known.stageIds[place] ?? '';
    const judgedBy = asOf - (followUps[place] ?? Number.POSITIVE_INFINITY);
    const judged = periods.filter(({ toAt }) => toAt <= judgedBy).slice(-PERIODS);
    return { stageId, typed: typedOf.get(stageId) ?? null, cohorts: judged.map((period) => cohortOf(entries, period)) };
  });
  const tests = stages.map(({ typed, cohorts }) =>
    typed === null || !isEnough(cohorts) ? null : cohorts.map((cohort) => testOf(cohort, typed)),
  );
  const adjusted = benjaminiHochberg(tests.flatMap((cells) => cells?.map(({ pValue }) => pValue) ?? []));
  let cell = 0;
  return stages.map((stage, place) => {
    const cells = tests[place]?.map(({ side }) => ({ side, adjusted: adjusted[cell++] ?? 1 })) ?? null;
    return { ...stage, verdict: verdictOf(cells) };
  });
}

/** Of each live stage. Kept: for this all entries of the history are sorted. */
const followUpsMs = keptWith((known: KnownVisits) =>
  firstEntries(known).map((entries) => followUpMs(entries, known.asOf)),
);

/** The time from entry by which nine of ten of the closings that are seen at all have come; endless if none is. */
function followUpMs({ enteredAt, resolvedAt, outcome }: FirstEntries, asOf: EpochMs): number {
  const time = resolvedAt.map((at, place) => Math.min(at, asOf) - (enteredAt[place] ?? 0));
  const event = outcome.map((code) => (code === WON || code === LOST ? 1 : 0));
  const curve = aalenJohansen({ time, event }, 1);
  const [closed = new Float64Array(0)] = curve.cumulativeIncidence;
  const target = FOLLOWED * (closed.at(-1) ?? 0);
  return target > 0 ? (curve.time[firstNotBelow(closed, target)] ?? 0) : Number.POSITIVE_INFINITY;
}

const [WON, LOST] = [ENTRY_OUTCOMES.indexOf('won'), ENTRY_OUTCOMES.indexOf('lost')];

function cohortOf({ enteredAt, outcome }: FirstEntries, period: Period): EntryCohort {
  const counts = { won: 0, lost: 0, open: 0, left: 0 };
  for (let place = 0; place < enteredAt.length; place += 1)
    if (isWithin(period, enteredAt[place] ?? Number.NaN)) counts[ENTRY_OUTCOMES[outcome[place] ?? 0] ?? 'open'] += 1;
  const { won, lost, open } = counts;
  return {
    period,
    ...counts,
    winShare: shareOf(won, won + lost, won + lost),
    winShareIfOpenAreLost: shareOf(won, won + lost + open, won + lost),
  };
}

function shareOf(won: number, n: number, closed: number): Estimate {
  if (closed < ENOUGH_CLOSED) return { kind: 'insufficient', n: closed, needed: ENOUGH_CLOSED };
  const { low, high } = jeffreysInterval(won, n, LEVEL);
  // With none or all seen, none or all is possible: the quantile alone would exclude it.
  const limits = { low: won === 0 ? 0 : low, high: won === n ? 1 : high };
  return { kind: 'estimate', value: won / n, ...limits, level: LEVEL, n, from: 'stage' };
}

function isEnough(cohorts: readonly EntryCohort[]): boolean {
  return cohorts.length === PERIODS && cohorts.every(({ winShare }) => winShare.kind === 'estimate');
}

interface Side {
  readonly side: 'below' | 'above' | 'neither';
  readonly pValue: number;
}

/** On which side of the typed probability the cohort lies under the convention that speaks least for it. */
function testOf({ won, lost, open }: EntryCohort, typed: number): Side {
  const below = { side: 'below', pValue: Math.min(1, 2 * tailBeyond(won, won + lost, typed)) } as const;
  const above = {
    side: 'above',
    pValue: Math.min(1, 2 * tailBeyond(lost + open, won + lost + open, 1 - typed)),
  } as const;
  const nearer = below.pValue <= above.pValue ? below : above;
  return nearer.pValue <= 1 - LEVEL ? nearer : { side: 'neither', pValue: nearer.pValue };
}

/** P(rate > typed) of the posterior Beta(x + 1/2, n - x + 1/2): small when what was seen lies below. */
function tailBeyond(x: number, n: number, typed: number): number {
  if (x === n) return 1;
  return 1 - betaCdf(typed, x + 0.5, n - x + 0.5);
}

function verdictOf(cells: readonly { readonly side: Side['side']; readonly adjusted: number }[] | null): TypedVerdict {
  if (cells === null) return 'insufficient';
  const [first] = cells;
  if (first === undefined || first.side === 'neither') return 'not-distinguishable';
  const isSystematic = cells.every(({ side, adjusted }) => side === first.side && adjusted <= FALSE_DISCOVERIES);
  return isSystematic ? first.side : 'not-distinguishable';
}
