import type { ArrivalKind, ExitKind } from '../contract/deal-insights.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { type FlowCount, flowCounts } from './flow-counts.ts';
import { knownVisits } from './known-visits.ts';
import { daysOf, type Period } from './period.ts';
import { type DriftVerdict, workInProgressDrift } from './work-in-progress-drift.ts';

export interface FlowQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** Ascending, one after the other. */
  readonly periods: readonly Period[];
  readonly asOf: EpochMs;
}

/** What came into a stage, left it and lay in it over one period. `atEnd - atStart = arrivals - exits`, always. */
export interface StageFlow {
  readonly period: Period;
  readonly arrivals: Readonly<Record<ArrivalKind, number>>;
  readonly exits: Readonly<Record<ExitKind, number>>;
  /** Deals in the stage at the period's bounds. */
  readonly atStart: number;
  readonly atEnd: number;
  /** Deals in the stage, averaged over the period: time spent there / length of the period. */
  readonly inProgressMean: number;
  /**
   * What the deals that left explain of it (Little 1961: L = λ W): throughput a day × mean dwell in days of those that left.
   * Far below `inProgressMean`: most of what lies there does not move. Null when none left.
   */
  readonly flowing: number | null;
  readonly throughputPerDay: number;
}

export interface StageFlows {
  readonly stageId: string;
  readonly periods: readonly StageFlow[];
  /** Over the closed periods. */
  readonly drift: DriftVerdict;
}

/**
 * How do deals flow through each live stage? Arrivals, exits and work in progress by period. A visit lies in its stage over
 * [enteredAt, exitedAt); a deal counts at a bound when it was there just before it. What happened after `asOf` is not known,
 * so that the last period may be unfinished; such a one plays no part in `drift`. Visits that began before we could see
 * (`late`) arrive when they are first seen; their dwell is left out of `flowing`.
 * @example flow({ table, pipeline, periods, asOf })[0]?.periods[0]?.atEnd
 */
export function flow({ table, pipeline, periods, asOf }: FlowQuestion): readonly StageFlows[] {
  const known = knownVisits(table, pipeline, asOf);
  const columns = known.stageIds.map(() => flowCounts(known, periods));
  const first = periods.reduce((earliest, { fromAt }) => Math.min(earliest, fromAt), Number.POSITIVE_INFINITY);
  for (let row = 0; row < table.length; row += 1) {
    // Most of a long history is older than what is asked about.
    if (known.endOf(row) < first || known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    columns[known.stageOf(row)]?.addVisit(row);
  }
  const counts = columns.map((column) => periods.map((_, place) => column.countOf(place)));
  const drifts = workInProgressDrift(
    counts.map((stage) => stage.filter((_, place) => (periods[place]?.toAt ?? 0) <= asOf).map(netFlow)),
  );
  return known.stageIds.map((stageId, place) => ({
    stageId,
    periods: (counts[place] ?? []).map((count, at) => stageFlow(count, periods[at] ?? { fromAt: 0, toAt: 0 }, asOf)),
    drift: drifts[place] ?? { verdict: 'insufficient', perPeriod: { kind: 'insufficient', n: 0, needed: 1 } },
  }));
}

function netFlow({ atStart, atEnd }: FlowCount): number {
  return atEnd - atStart;
}

function stageFlow(count: FlowCount, period: Period, asOf: EpochMs): StageFlow {
  const days = Math.max(0, daysOf({ fromAt: period.fromAt, toAt: Math.min(period.toAt, asOf) }));
  const left = Object.values(count.exits).reduce((sum, exits) => sum + exits, 0);
  const throughputPerDay = days > 0 ? left / days : 0;
  const { arrivals, exits, atStart, atEnd, spentMs, leftDwellMs, leftWithDwell } = count;
  return {
    period,
    arrivals,
    exits,
    atStart,
    atEnd,
    inProgressMean: days > 0 ? spentMs / DAY_MS / days : 0,
    flowing: leftWithDwell > 0 ? throughputPerDay * (leftDwellMs / DAY_MS / leftWithDwell) : null,
    throughputPerDay,
  };
}
