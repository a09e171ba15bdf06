import type { DwellQuantile } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import type { StageWorkingTime } from '../contract/stages-report.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { type OpeningSpans, openMsBetween } from '../history/working-time.ts';
import { ENOUGH_EXITS_FOR_DWELL, LEVEL } from '../model/stage-dwell.ts';
import { growingColumn } from '../statistics/growing-column.ts';
import { kaplanMeier } from '../statistics/kaplan-meier.ts';
import { type DurationQuantile, survivalQuantiles } from '../statistics/survival-quantile.ts';
import { knownVisits } from './known-visits.ts';

export interface WorkingDwellQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly asOf: EpochMs;
  /** Of the portal's calendar; it should cover the whole history. */
  readonly spans: OpeningSpans;
}

/** How long visits of a stage last on the portal's working clock. In hours, so that it is never taken for calendar days. */
export interface WorkingDwell extends StageWorkingTime {
  readonly stageId: string;
  /** Visits whose working time is known. */
  readonly n: number;
}

const HOUR_MS = 3_600_000;

/**
 * How many working hours do deals spend in each live stage? Kaplan-Meier as for calendar days, with the open part of each
 * visit as its length: nights, weekends and holidays do not count, and a visit that still runs counts as "at least this
 * long". The other clock's figures are `PipelineModel.stages[].dwell`; a figure is of one clock or of the other.
 *
 * Visits of unknown beginning have no length. A visit that lies wholly outside opening hours lasted 0 hours. Below 10 finished
 * visits: insufficient.
 * @example workingDwell({ table, pipeline, asOf, spans })[0]?.hoursMedian // { kind: 'estimate', value: 27.5, … }
 */
export function workingDwell({ table, pipeline, asOf, spans }: WorkingDwellQuestion): readonly WorkingDwell[] {
  const known = knownVisits(table, pipeline, asOf);
  const openMs = openMsBetween(spans);
  const samples = known.stageIds.map(() => ({ time: growingColumn(), event: growingColumn(), notCovered: 0 }));
  for (let row = 0; row < table.length; row += 1) {
    const stage = known.stageOf(row);
    const sample = stage < 0 ? undefined : samples[stage];
    if (sample === undefined || !known.isKnown(row) || known.isLate(row)) continue;
    const workedMs = openMs(table.enteredAt[row] ?? Number.NaN, Math.min(known.endOf(row), asOf));
    if (Number.isNaN(workedMs)) {
      sample.notCovered += 1;
      continue;
    }
    const exit = known.exitOf(row);
    sample.time.add(workedMs);
    // A merge or a deletion ends the watch, not the visit.
    sample.event.add(exit === null || exit === 'merged' || exit === 'deleted' ? 0 : 1);
  }
  return samples.map(({ notCovered, ...columns }, place): WorkingDwell => {
    const [time, event] = [columns.time.values(), columns.event.values()];
    const exits = event.reduce((sum, each) => sum + each, 0);
    const lastMs = time.reduce((most, each) => Math.max(most, each), 0);
    const [median, p80, p90] = survivalQuantiles(kaplanMeier({ time, event }), [0.5, 0.8, 0.9], LEVEL).map((quantile) =>
      inHours(quantile, { n: time.length, exits, lastMs }),
    );
    const none: DwellQuantile = { kind: 'insufficient', n: 0, needed: ENOUGH_EXITS_FOR_DWELL };
    return {
      stageId: known.stageIds[place] ?? '',
      hoursMedian: median ?? none,
      hoursP80: p80 ?? none,
      hoursP90: p90 ?? none,
      n: time.length,
      notCovered,
    };
  });
}

function inHours(
  { value, low, high }: DurationQuantile,
  { n, exits, lastMs }: { readonly n: number; readonly exits: number; readonly lastMs: number },
): DwellQuantile {
  if (exits < ENOUGH_EXITS_FOR_DWELL) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS_FOR_DWELL };
  if (value === null) return { kind: 'beyond', atLeast: lastMs / HOUR_MS, n, from: 'stage' };
  const limits = { low: (low ?? 0) / HOUR_MS, high: high === null ? null : high / HOUR_MS };
  return { kind: 'estimate', value: value / HOUR_MS, ...limits, level: LEVEL, n, from: 'stage' };
}
