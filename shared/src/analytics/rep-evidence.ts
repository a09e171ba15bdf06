import type { PooledReps, RepComparisonView, RepConversion, RepFiguresView } from '../contract/reps-report.ts';
import type { DayPeriod, ReportHead } from '../contract/report.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { knownVisits } from './known-visits.ts';
import { type RepFigures, repComparison } from './rep-comparison.ts';
import { type RepCounts, repCounts } from './rep-rows.ts';
import { daysOnly, reportHead } from './report-head.ts';
import type { CalendarPeriod, ReportQuestion } from './report-question.ts';
import { ownerThen, repsInPlay } from './reps-in-play.ts';
import type { StageConversion } from './stage-conversions.ts';

/**
 * All that the reps report may say, of every rep: what rollup stores, and what nobody gets as it is. `repsReport` cuts out of
 * it what is open to the asker.
 */
export interface RepEvidence extends ReportHead {
  readonly rows: readonly (RepFiguresView & { readonly ownerId: string })[];
  readonly pooled: PooledReps | null;
  readonly needed: number;
  readonly overDispersion: number;
  /** Whose deals were in play, by month of the period. */
  readonly months: readonly (DayPeriod & { readonly ownerIds: readonly string[] })[];
}

/**
 * What did each rep make of the deals, over the last twelve whole months, or over the whole months that the question names?
 * Definitions: `repComparison`, `repCounts`, `stageConversions`.
 */
export function repEvidence(question: ReportQuestion): RepEvidence {
  const { table, pipeline, stamp, amounts } = question;
  const { period, months } = repPeriod(question);
  const known = knownVisits(table, pipeline, stamp.asOf);
  const ownerOf = ownerThen(table, known);
  const comparison = repComparison({ table, pipeline, period, asOf: stamp.asOf });
  const compared = new Map(comparison.reps.map((rep) => [rep.ownerId, rep]));
  const pooled = compared.get(null);
  const index = pipelineIndex([pipeline]);
  const conversionsOf = (rep: RepFigures | undefined): readonly RepConversion[] =>
    (rep?.conversions ?? []).map(({ stageId, ...counts }: StageConversion) => ({
      stage: stageView(index, stageId),
      ...counts,
    }));
  const inPlay = repsInPlay(known, months, ownerOf);
  return {
    ...reportHead(question),
    period: daysOnly(period),
    rows: repCounts({ known, period, ownerOf, amounts: amounts.values }).map((counts: RepCounts) => {
      const rep = compared.get(counts.ownerId);
      return { ...counts, comparison: rep === undefined ? null : comparisonView(rep), conversions: conversionsOf(rep) };
    }),
    pooled: pooled === undefined ? null : { reps: comparison.pooledReps, comparison: comparisonView(pooled) },
    needed: comparison.needed,
    overDispersion: comparison.overDispersion,
    months: months.map((month, place) => ({ ...daysOnly(month), ownerIds: [...(inPlay[place] ?? [])].sort() })),
  };
}

/** The months of the calendar that the period covers; all of them where the question names no day. */
export function repPeriod({ calendar, filters }: ReportQuestion) {
  const { months, period } = calendar;
  const [first, last] = [months[0], months.at(-1)];
  if (filters.fromDay !== null || filters.toDay !== null || first === undefined || last === undefined) {
    const within = months.filter(({ fromAt, toAt }) => fromAt >= period.fromAt && toAt <= period.toAt);
    return { period, months: within };
  }
  const whole: CalendarPeriod = { fromDay: first.fromDay, toDay: last.toDay, fromAt: first.fromAt, toAt: last.toAt };
  return { period: whole, months };
}

/** The days of the report of reps, and of its months. */
export function repMonths(question: ReportQuestion): {
  readonly period: DayPeriod;
  readonly months: readonly DayPeriod[];
} {
  const { period, months } = repPeriod(question);
  return { period: daysOnly(period), months: months.map(daysOnly) };
}

function comparisonView({ expected, achieved, ...rep }: RepFigures): RepComparisonView {
  const { ratio, shrunk, limits95, limits998, verdict, adjustedPValue } = rep;
  const difference = achieved - expected;
  return { expected, achieved, difference, ratio, shrunk, limits95, limits998, verdict, adjustedPValue };
}
