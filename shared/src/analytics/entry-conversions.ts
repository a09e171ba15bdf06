import type { Estimate } from '../contract/estimate.ts';
import type { StageConversions } from '../contract/stages-report.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import { aalenJohansen } from '../statistics/aalen-johansen.ts';
import { type GrowingColumn, growingColumn } from '../statistics/growing-column.ts';
import { incidenceStandardErrors } from '../statistics/incidence-standard-errors.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';
import { shareOfVisits } from './share-of-visits.ts';

interface Cohort {
  entered: number;
  waiting: number;
  wentOn: number;
  /** Of those that had been in every open stage before. */
  inOrder: number;
  reachedNext: number;
  /** From the entry to the first of: went on (1), was lost or left (2), now (0). */
  readonly time: GrowingColumn;
  readonly event: GrowingColumn;
}

/**
 * How many of the deals that first entered a stage in a period went on? Three answers by name, see `StageConversions`. To go
 * on means to be in any open stage that stands later, or to be won; to stop, to be lost or to leave the pipeline. First visits
 * of unknown beginning are left out.
 * @returns by live stage
 */
export function entryConversions(
  known: KnownVisits,
  index: PipelineIndex,
  period: Period,
): readonly StageConversions[] {
  const ranks = known.stageIds.map((stageId) => index.stages.get(stageId)?.openRank ?? null);
  const last = Math.max(-1, ...ranks.map((rank) => rank ?? -1));
  const cohorts = known.stageIds.map(
    (): Cohort => ({
      entered: 0,
      waiting: 0,
      wentOn: 0,
      inOrder: 0,
      reachedNext: 0,
      time: growingColumn(),
      event: growingColumn(),
    }),
  );
  const { table } = known;
  for (let from = 0, to = 0; from < table.length; from = to) {
    to = from + 1;
    while (to < table.length && table.deal[to] === table.deal[from]) to += 1;
    // Of most deals the last entry is older than the period.
    if ((table.enteredAt[to - 1] ?? 0) >= period.fromAt) addDeal({ known, ranks, last, cohorts }, { from, to, period });
  }
  return cohorts.map((cohort, stage) => conversionsOf(cohort, ranks[stage] ?? null));
}

interface Counting {
  readonly known: KnownVisits;
  readonly ranks: readonly (number | null)[];
  readonly last: number;
  readonly cohorts: readonly Cohort[];
}

function addDeal(
  counting: Counting,
  { from, to, period }: { readonly from: number; readonly to: number; readonly period: Period },
): void {
  const { known, ranks, cohorts } = counting;
  const { table } = known;
  const seen = new Set<number>();
  for (let row = from; row < to && known.isKnown(row); row += 1) {
    const enteredAt = table.enteredAt[row] ?? 0;
    if (enteredAt >= period.toAt) return;
    const stage = known.stageOf(row);
    const cohort = stage < 0 ? undefined : cohorts[stage];
    if (cohort === undefined || seen.has(stage)) continue;
    seen.add(stage);
    if (known.isLate(row) || enteredAt < period.fromAt) continue;
    const isInOrder = ranks.every((rank, each) => rank === null || rank >= (ranks[stage] ?? 0) || seen.has(each));
    addEntry(counting, cohort, { row, to, stage, isInOrder });
  }
}

function addEntry(
  { known, ranks, last }: Counting,
  cohort: Cohort,
  {
    row,
    to,
    stage,
    isInOrder,
  }: { readonly row: number; readonly to: number; readonly stage: number; readonly isInOrder: boolean },
): void {
  const { table, asOf } = known;
  const rank = ranks[stage] ?? null;
  const enteredAt = table.enteredAt[row] ?? 0;
  let [reachedNext, code, endAt] = [false, 0, asOf];
  for (let at = row; at < to && known.isKnown(at); at += 1) {
    const exit = known.exitOf(at);
    if (exit === null) break;
    const nextStage = known.nextOf(at);
    const next = nextStage < 0 ? null : (ranks[nextStage] ?? null);
    const isOn = exit === 'won' || (rank === null ? exit === 'advanced' : next !== null && next > rank);
    if (exit === 'won' ? rank === last : next !== null && next === (rank ?? -1) + 1) reachedNext = true;
    const isStopped = exit === 'lost' || exit === 'moved' || exit === 'merged' || exit === 'deleted';
    if (code === 0 && (isOn || isStopped)) [code, endAt] = [isOn ? 1 : 2, known.endOf(at)];
    if (isStopped || exit === 'won') break;
  }
  cohort.entered += 1;
  if (code === 0) cohort.waiting += 1;
  if (code === 1) cohort.wentOn += 1;
  cohort.time.add(endAt - enteredAt);
  cohort.event.add(code);
  if (!isInOrder) return;
  cohort.inOrder += 1;
  if (reachedNext) cohort.reachedNext += 1;
}

function conversionsOf(cohort: Cohort, rank: number | null): StageConversions {
  const { entered, waiting, wentOn, inOrder, reachedNext } = cohort;
  return {
    entered,
    stillWaiting: waiting,
    allStages: rank === null ? null : shareOfVisits(reachedNext, inOrder),
    anyStage: shareOfVisits(wentOn, entered),
    enteredCohort: inTheEnd(cohort),
  };
}

function inTheEnd({ entered: n, waiting, time, event }: Cohort): Estimate {
  const ended = n - waiting;
  if (ended < ENOUGH) return { kind: 'insufficient', n: ended, needed: ENOUGH };
  const sample = { time: time.values(), event: event.values() };
  const curve = aalenJohansen(sample, 2);
  const value = Math.min(1, curve.cumulativeIncidence[0]?.at(-1) ?? 0);
  const until = curve.time.at(-1) ?? 0;
  const margin = twoSidedZ(LEVEL) * (incidenceStandardErrors(sample, curve, [until])[0]?.[0] ?? 0);
  const limits = { low: Math.max(0, value - margin), high: Math.min(1, value + margin) };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n, from: 'stage' };
}
